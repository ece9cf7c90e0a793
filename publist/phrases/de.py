"""German words of a list."""

from collections.abc import Mapping

WORDS: Mapping[str, str | tuple[str, str]] = {
    # below and beside the citations
    "others": "und {n} weitere", "more": "und {n} weitere", "all-names": "Alle Namen",
    "abstract": "Zusammenfassung",
    "extended": "erweiterte Fassung in {venue}", "also": "auch in {venue}",
    # roles in the legend
    "equal": "Gleicher Beitrag", "corresponding": "Korrespondenz", "supervision": "Gemeinsame Betreuung",
    "alphabetical": "In alphabetischer Reihenfolge", "student": "Studierende", "deceased": "Verstorben",
    # headings
    "no-date": "Ohne Datum", "before-christ": "{year} v.\N{NO-BREAK SPACE}Chr.", "new": "Neu",
    "changed": "Geändert",
    # states of works without a date
    "state-in-press": "Im Druck", "state-to-appear": "Erscheint demnächst",
    "state-to-be-published": "Erscheint demnächst", "state-appearing": "Erscheint demnächst",
    "state-forthcoming": "Im Erscheinen", "state-accepted": "Angenommen", "state-submitted": "Eingereicht",
    "state-in-submission": "Eingereicht", "state-under-review": "In Begutachtung",
    "state-in-review": "In Begutachtung", "state-in-revision": "In Überarbeitung",
    "state-under-revision": "In Überarbeitung", "state-in-preparation": "In Vorbereitung",
    "state-ongoing": "Laufend", "state-online-first": "Online vorab", "state-early-access": "Vorabzugang",
    "state-advance-online-publication": "Online vorab", "state-pre-published": "Vorab veröffentlicht",
    "state-preprint": "Preprint", "state-pre-print": "Preprint", "state-unpublished": "Unveröffentlicht",
    # kinds of work
    "kind-journal": "Zeitschriftenartikel", "kind-conference": "Konferenzbeiträge",
    "kind-workshop": "Workshopbeiträge", "kind-preprint": "Preprints", "kind-book": "Bücher",
    "kind-chapter": "Buchkapitel", "kind-thesis": "Abschlussarbeiten", "kind-report": "Berichte",
    "kind-patent": "Patente", "kind-dataset": "Datensätze", "kind-software": "Software",
    "kind-talk": "Vorträge", "kind-magazine": "Magazinbeiträge", "kind-newspaper": "Zeitungsartikel",
    "kind-webpage": "Webseiten", "kind-other": "Sonstiges",
    # badges
    "badge-oral": "Vortrag", "badge-spotlight": "Spotlight", "badge-highlight": "Highlight",
    "badge-presentation": "Präsentation", "badge-bestpaper": "Bester Beitrag", "badge-award": "Auszeichnung",
    "badge-honorable": "Lobende Erwähnung",
    # the line that counts a list: one, and any other number
    "works": ("{n} Publikation", "{n} Publikationen"), "first-author": "{n} in Erstautorschaft",
    "count-badge": "{n} × {badge}", "summary-kinds": "{works} ({kinds})", "summary-comma": ", ",
    "count-journal": "{n} in Zeitschriften", "count-conference": "{n} auf Konferenzen",
    "count-workshop": "{n} auf Workshops", "count-preprint": ("{n} Preprint", "{n} Preprints"),
    "count-book": ("{n} Buch", "{n} Bücher"), "count-chapter": "{n} Buchkapitel",
    "count-thesis": ("{n} Abschlussarbeit", "{n} Abschlussarbeiten"),
    "count-report": ("{n} Bericht", "{n} Berichte"), "count-patent": ("{n} Patent", "{n} Patente"),
    "count-dataset": ("{n} Datensatz", "{n} Datensätze"), "count-software": "{n} Software",
    "count-talk": ("{n} Vortrag", "{n} Vorträge"),
    "count-magazine": ("{n} Magazinbeitrag", "{n} Magazinbeiträge"), "count-newspaper": "{n} Zeitungsartikel",
    "count-webpage": ("{n} Webseite", "{n} Webseiten"), "count-other": "{n} sonstige",
    "count-badge-oral": "{n} mündlich vorgestellt",
    "count-badge-spotlight": ("{n} Spotlight", "{n} Spotlights"),
    "count-badge-highlight": ("{n} Highlight", "{n} Highlights"),
    "count-badge-presentation": ("{n} Präsentation", "{n} Präsentationen"),
    "count-badge-bestpaper": ("{n} bester Beitrag", "{n} beste Beiträge"),
    "count-badge-award": ("{n} Auszeichnung", "{n} Auszeichnungen"),
    "count-badge-honorable": ("{n} lobende Erwähnung", "{n} lobende Erwähnungen"),
    # news
    "and": " und ", "last-and": " und ",
    "numbers": "ein zwei drei vier fünf sechs sieben acht neun zehn",
    "dated-one": "[{MM}/{year}] {Count} Beitrag, {names}, wurde bei {venue} angenommen.",
    "dated-many": "[{MM}/{year}] {Count} Beiträge, {names}, wurden bei {venue} angenommen.",
    "counted-one": "{names} ist bei {venue} angenommen. ({month} {year})",
    "counted-many": "{n} Beiträge ({names}) sind bei {venue} angenommen. ({month} {year})",
    "counted-one-badge": "{names} ist bei {venue} angenommen ({badge}). ({month} {year})",
    "counted-many-badge": "{n} Beiträge ({names}) sind als {badges} bei {venue} angenommen. ({month} {year})",
    "oral": "Vortrag", "orals": "Vorträge", "spotlight": "Spotlight", "spotlights": "Spotlights",
    "news": "Neuigkeiten",
    # the page
    "publications": "Publikationen", "permanent-link": "Dauerhafter Link",
    "light-dark": "Hell oder dunkel", "search": "Suche", "all": "Alle", "by-year": "Jahr",
    "by-type": "Art", "by-person": "Person", "by-keyword": "Schlagwort", "by-badge": "Auszeichnung",
    "selected": "Nur ausgewählte", "clear": "Alles zurücksetzen", "count-shown": "{n} von {all}",
    "nothing-found": "Nichts gefunden.", "copy": "Kopieren", "copied": "Kopiert",
    "open-access": "Frei zugänglich", "picture-of": "Bild zu „{title}“",
    "copy-citation": "Zitat kopieren", "chart": "Publikationen nach Jahr und Art",
    "list-as": "Diese Liste als", "feed": "Feed", "all-publications": "Alle Publikationen",
    "own-name": "Deutsch", "language": "Sprache", "profiles": "Profile", "rest": "Übrige",
}  # fmt: skip
