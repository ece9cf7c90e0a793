// Formats CSL-JSON items with citeproc-js in several styles and prints for each {"order": [id…], "entries": {id: HTML}}.
// usage: NODE_PATH=<node_modules with "citeproc"> node reference.js ITEMS.json LOCALES_FOLDER STYLE.csl…
const fs = require("fs");
const CSL = require("citeproc");

const [, , itemsFile, locales, ...styles] = process.argv;
const items = JSON.parse(fs.readFileSync(itemsFile, "utf8"));
const byId = new Map(items.map((item) => [item.id, item]));
const system = {
  retrieveLocale: (language) => {
    const file = `${locales}/locales-${language}.xml`;
    return fs.readFileSync(fs.existsSync(file) ? file : `${locales}/locales-en-US.xml`, "utf8");
  },
  // The processor changes what it is given.
  retrieveItem: (id) => JSON.parse(JSON.stringify(byId.get(id))),
};

function formatted(style) {
  const engine = new CSL.Engine(system, fs.readFileSync(style, "utf8"), "en-US", true);
  engine.updateItems(items.map((item) => item.id));
  const [meta, html] = engine.makeBibliography();
  let order = meta.entry_ids.map((ids) => ids[0]);
  if (order.length !== html.length) {
    // The ids also name items that print nothing; one by one they show themselves.
    order = order.filter((id) => {
      engine.updateItems([id]);
      return engine.makeBibliography()[1].length > 0;
    });
  }
  return { order, entries: Object.fromEntries(order.map((id, at) => [id, html[at]])) };
}

console.log(JSON.stringify(styles.map(formatted)));
