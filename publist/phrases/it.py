"""Italian words of a list."""

from collections.abc import Mapping

WORDS: Mapping[str, str | tuple[str, str]] = {
    # below and beside the citations
    "others": "e altri {n}", "more": "e altri {n}", "all-names": "Tutti i nomi",
    "abstract": "Sommario",
    "extended": "versione estesa in {venue}", "also": "anche in {venue}",
    # roles in the legend
    "equal": "Pari contributo", "corresponding": "Autore di riferimento",
    "supervision": "Supervisione congiunta", "alphabetical": "Autori in ordine alfabetico",
    "student": "Studente", "deceased": "Deceduto",
    # headings
    "no-date": "Senza data", "before-christ": "{year} a.C.", "new": "Nuovo", "changed": "Modificato",
    # states of works without a date
    "state-in-press": "In stampa", "state-to-appear": "Di prossima pubblicazione",
    "state-to-be-published": "Di prossima pubblicazione", "state-appearing": "Di prossima pubblicazione",
    "state-forthcoming": "In corso di pubblicazione", "state-accepted": "Accettato",
    "state-submitted": "Inviato", "state-in-submission": "Inviato", "state-under-review": "In revisione",
    "state-in-review": "In revisione", "state-in-revision": "In correzione",
    "state-under-revision": "In correzione", "state-in-preparation": "In preparazione",
    "state-ongoing": "In corso", "state-online-first": "Online in anteprima",
    "state-early-access": "Accesso anticipato",
    "state-advance-online-publication": "Pubblicazione online anticipata",
    "state-pre-published": "Prepubblicato", "state-preprint": "Preprint", "state-pre-print": "Preprint",
    "state-unpublished": "Inedito",
    # kinds of work
    "kind-journal": "Articoli su rivista", "kind-conference": "Contributi a convegni",
    "kind-workshop": "Contributi a workshop", "kind-preprint": "Preprint", "kind-book": "Libri",
    "kind-chapter": "Capitoli di libro", "kind-thesis": "Tesi", "kind-report": "Rapporti",
    "kind-patent": "Brevetti", "kind-dataset": "Dataset", "kind-software": "Software",
    "kind-talk": "Interventi", "kind-magazine": "Articoli di divulgazione",
    "kind-newspaper": "Articoli di giornale", "kind-webpage": "Pagine web", "kind-other": "Altro",
    # badges
    "badge-oral": "Oral", "badge-spotlight": "Spotlight", "badge-highlight": "In evidenza",
    "badge-presentation": "Presentazione", "badge-bestpaper": "Miglior articolo", "badge-award": "Premio",
    "badge-honorable": "Menzione d’onore",
    # the line that counts a list: one, and any other number
    "works": ("{n} pubblicazione", "{n} pubblicazioni"), "first-author": "{n} come primo autore",
    "count-badge": "{n} × {badge}", "summary-kinds": "{works} ({kinds})", "summary-comma": ", ",
    "count-journal": "{n} su rivista", "count-conference": "{n} a convegni",
    "count-workshop": "{n} a workshop", "count-preprint": "{n} preprint",
    "count-book": ("{n} libro", "{n} libri"),
    "count-chapter": ("{n} capitolo di libro", "{n} capitoli di libro"), "count-thesis": "{n} tesi",
    "count-report": ("{n} rapporto", "{n} rapporti"), "count-patent": ("{n} brevetto", "{n} brevetti"),
    "count-dataset": "{n} dataset", "count-software": "{n} software",
    "count-talk": ("{n} intervento", "{n} interventi"),
    "count-magazine": ("{n} articolo di divulgazione", "{n} articoli di divulgazione"),
    "count-newspaper": ("{n} articolo di giornale", "{n} articoli di giornale"),
    "count-webpage": ("{n} pagina web", "{n} pagine web"), "count-other": ("{n} altro", "{n} altri"),
    "count-badge-oral": "{n} oral", "count-badge-spotlight": "{n} spotlight",
    "count-badge-highlight": "{n} in evidenza",
    "count-badge-presentation": ("{n} presentazione", "{n} presentazioni"),
    "count-badge-bestpaper": ("{n} miglior articolo", "{n} migliori articoli"),
    "count-badge-award": ("{n} premio", "{n} premi"),
    "count-badge-honorable": ("{n} menzione d’onore", "{n} menzioni d’onore"),
    # news
    "and": " e ", "last-and": " e ",
    "numbers": "un due tre quattro cinque sei sette otto nove dieci",
    "dated-one": "[{MM}/{year}] {Count} articolo, {names}, è stato accettato a {venue}.",
    "dated-many": "[{MM}/{year}] {Count} articoli, {names}, sono stati accettati a {venue}.",
    "counted-one": "{names} è stato accettato a {venue}. ({month} {year})",
    "counted-many": "{n} articoli ({names}) sono stati accettati a {venue}. ({month} {year})",
    "counted-one-badge": "{names} è stato accettato a {venue} ({badge}). ({month} {year})",
    "counted-many-badge":
        "{n} articoli ({names}) sono stati accettati a {venue} ({badges}). ({month} {year})",
    "oral": "oral", "orals": "oral", "spotlight": "spotlight", "spotlights": "spotlight", "news": "Notizie",
    # the page
    "publications": "Pubblicazioni", "permanent-link": "Link permanente",
    "light-dark": "Chiaro o scuro", "search": "Cerca", "all": "Tutti", "by-year": "Anno",
    "by-type": "Tipo", "by-person": "Persona", "by-keyword": "Parola chiave",
    "by-badge": "Riconoscimento", "selected": "Solo selezionate", "clear": "Cancella tutto",
    "count-shown": "{n} di {all}", "nothing-found": "Nessun risultato.", "copy": "Copia",
    "copied": "Copiato",
    "open-access": "Accesso aperto", "picture-of": "Immagine di «{title}»",
    "copy-citation": "Copia la citazione", "chart": "Pubblicazioni per anno e tipo",
    "list-as": "Questo elenco come", "feed": "Feed", "all-publications": "Tutte le pubblicazioni",
    "own-name": "Italiano", "language": "Lingua", "profiles": "Profili", "rest": "Altri",
}  # fmt: skip
