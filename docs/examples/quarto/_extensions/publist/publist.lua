-- Hands the document to `publist filter`, which puts lists in the place of divisions of class "publist".
-- Works as a filter of Quarto's and with `pandoc --lua-filter`.
function Pandoc(doc)
  return pandoc.utils.run_json_filter(doc, "publist", { "filter" })
end
