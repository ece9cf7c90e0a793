"""The program's own words, in the languages of lists: what CSL's locales have no term for.

A phrase is looked up by its key and a language tag (BCP 47): ``de-AT`` takes ``de``, and a language that
is not here takes English.
"""

from __future__ import annotations

from collections.abc import Mapping

from publist.patterns import pattern
from publist.richtext import Node, Text, nodes

_PLACEHOLDER = pattern(r"\{(\w+)\}")

_PHRASES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "others": "and {n} others", "more": "and {n} more", "all-names": "All names",
        "extended": "extended version in {venue}", "also": "also in {venue}",
        "equal": "Equal contribution", "corresponding": "Corresponding author",
        "supervision": "Joint supervision", "alphabetical": "Authors in alphabetical order",
        "student": "Student", "deceased": "Deceased",
        "and": " and ", "last-and": ", and ", "numbers": "one two three four five six seven eight nine ten",
        "dated-one": "[{MM}/{year}] {Count} paper {names} was accepted to {venue}.",
        "dated-many": "[{MM}/{year}] {Count} papers including {names} were accepted to {venue}.",
        "counted-one": "{names} is accepted by {venue}. ({month} {year})",
        "counted-many": "{n} papers ({names}) are accepted by {venue}. ({month} {year})",
        "counted-one-badge": "{names} is accepted by {venue} ({badge}). ({month} {year})",
        "counted-many-badge": "{n} papers ({names}) are accepted as {badges} by {venue}. ({month} {year})",
        "oral": "oral", "orals": "orals", "spotlight": "spotlight", "spotlights": "spotlights",
        "news": "News",
    },
    "de": {
        "others": "und {n} weitere", "more": "und {n} weitere", "all-names": "Alle Namen",
        "extended": "erweiterte Fassung in {venue}", "also": "auch in {venue}",
        "equal": "Gleicher Beitrag", "corresponding": "Korrespondenz", "supervision": "Gemeinsame Betreuung",
        "alphabetical": "In alphabetischer Reihenfolge", "student": "Studierende", "deceased": "Verstorben",
        "and": " und ", "last-and": " und ",
        "numbers": "ein zwei drei vier fünf sechs sieben acht neun zehn",
        "dated-one": "[{MM}/{year}] {Count} Beitrag, {names}, wurde bei {venue} angenommen.",
        "dated-many": "[{MM}/{year}] {Count} Beiträge, {names}, wurden bei {venue} angenommen.",
        "counted-one": "{names} ist bei {venue} angenommen. ({month} {year})",
        "counted-many": "{n} Beiträge ({names}) sind bei {venue} angenommen. ({month} {year})",
        "counted-one-badge": "{names} ist bei {venue} angenommen ({badge}). ({month} {year})",
        "counted-many-badge":
            "{n} Beiträge ({names}) sind als {badges} bei {venue} angenommen. ({month} {year})",
        "oral": "Vortrag", "orals": "Vorträge", "spotlight": "Spotlight", "spotlights": "Spotlights",
        "news": "Neuigkeiten",
    },
    "fr": {
        "others": "et {n} autres", "more": "et {n} de plus", "all-names": "Tous les noms",
        "extended": "version étendue dans {venue}", "also": "aussi dans {venue}",
        "equal": "Contribution égale", "corresponding": "Auteur correspondant", "supervision": "Codirection",
        "alphabetical": "Auteurs par ordre alphabétique", "student": "Étudiant", "deceased": "Décédé",
        "and": " et ", "last-and": " et ",
        "numbers": "un deux trois quatre cinq six sept huit neuf dix",
        "dated-one": "[{MM}/{year}] {Count} article, {names}, a été accepté à {venue}.",
        "dated-many": "[{MM}/{year}] {Count} articles, {names}, ont été acceptés à {venue}.",
        "counted-one": "{names} est accepté à {venue}. ({month} {year})",
        "counted-many": "{n} articles ({names}) sont acceptés à {venue}. ({month} {year})",
        "counted-one-badge": "{names} est accepté à {venue} ({badge}). ({month} {year})",
        "counted-many-badge": "{n} articles ({names}) sont acceptés à {venue} ({badges}). ({month} {year})",
        "oral": "oral", "orals": "oraux", "spotlight": "spotlight", "spotlights": "spotlights",
        "news": "Actualités",
    },
    "es": {
        "others": "y {n} más", "more": "y {n} más", "all-names": "Todos los nombres",
        "extended": "versión extendida en {venue}", "also": "también en {venue}",
        "equal": "Igual contribución", "corresponding": "Autor de correspondencia",
        "supervision": "Dirección conjunta", "alphabetical": "Autores en orden alfabético",
        "student": "Estudiante", "deceased": "Fallecido",
        "and": " y ", "last-and": " y ", "numbers": "un dos tres cuatro cinco seis siete ocho nueve diez",
        "dated-one": "[{MM}/{year}] {Count} artículo, {names}, fue aceptado en {venue}.",
        "dated-many": "[{MM}/{year}] {Count} artículos, {names}, fueron aceptados en {venue}.",
        "counted-one": "{names} ha sido aceptado en {venue}. ({month} {year})",
        "counted-many": "{n} artículos ({names}) han sido aceptados en {venue}. ({month} {year})",
        "counted-one-badge": "{names} ha sido aceptado en {venue} ({badge}). ({month} {year})",
        "counted-many-badge":
            "{n} artículos ({names}) han sido aceptados en {venue} ({badges}). ({month} {year})",
        "oral": "oral", "orals": "orales", "spotlight": "spotlight", "spotlights": "spotlights",
        "news": "Noticias",
    },
    "it": {
        "others": "e altri {n}", "more": "e altri {n}", "all-names": "Tutti i nomi",
        "extended": "versione estesa in {venue}", "also": "anche in {venue}",
        "equal": "Pari contributo", "corresponding": "Autore di riferimento",
        "supervision": "Supervisione congiunta", "alphabetical": "Autori in ordine alfabetico",
        "student": "Studente", "deceased": "Deceduto",
        "and": " e ", "last-and": " e ", "numbers": "un due tre quattro cinque sei sette otto nove dieci",
        "dated-one": "[{MM}/{year}] {Count} articolo, {names}, è stato accettato a {venue}.",
        "dated-many": "[{MM}/{year}] {Count} articoli, {names}, sono stati accettati a {venue}.",
        "counted-one": "{names} è stato accettato a {venue}. ({month} {year})",
        "counted-many": "{n} articoli ({names}) sono stati accettati a {venue}. ({month} {year})",
        "counted-one-badge": "{names} è stato accettato a {venue} ({badge}). ({month} {year})",
        "counted-many-badge":
            "{n} articoli ({names}) sono stati accettati a {venue} ({badges}). ({month} {year})",
        "oral": "oral", "orals": "oral", "spotlight": "spotlight", "spotlights": "spotlight",
        "news": "Notizie",
    },
    "zh": {
        "others": "等{n}人", "more": "另有{n}篇", "all-names": "全部作者",
        "extended": "扩展版发表于{venue}", "also": "亦发表于{venue}",
        "equal": "共同贡献", "corresponding": "通讯作者", "supervision": "共同指导",
        "alphabetical": "作者按字母顺序排列", "student": "学生", "deceased": "已故",
        "and": "和", "last-and": "和", "numbers": "一 两 三 四 五 六 七 八 九 十",
        "dated-one": "[{MM}/{year}] {Count}篇论文{names}被{venue}接收。",
        "dated-many": "[{MM}/{year}] {Count}篇论文（{names}）被{venue}接收。",
        "counted-one": "{names}被{venue}接收。（{year}年{M}月）",
        "counted-many": "{n}篇论文（{names}）被{venue}接收。（{year}年{M}月）",
        "counted-one-badge": "{names}被{venue}接收（{badge}）。（{year}年{M}月）",
        "counted-many-badge": "{n}篇论文（{names}）被{venue}接收（{badges}）。（{year}年{M}月）",
        "oral": "口头报告", "orals": "口头报告", "spotlight": "亮点报告", "spotlights": "亮点报告",
        "news": "新闻",
    },
}  # fmt: skip

LANGUAGES = tuple(_PHRASES)


def phrase(key: str, language: str) -> str:
    """The phrase in the language, else in English; "" if there is none.

    >>> phrase("others", "de-AT")
    'und {n} weitere'
    """
    table = _PHRASES.get(language.replace("_", "-").split("-")[0].lower(), {})
    return table.get(key) or _PHRASES["en"].get(key, "")


def number_word(number: int, language: str) -> str:
    """The number in words to ten, then in digits, e.g. ``three``, ``11``."""
    words = phrase("numbers", language).split()
    return words[number - 1] if 1 <= number <= len(words) else str(number)


def filled(pattern: str, values: Mapping[str, Text]) -> tuple[Node, ...]:
    """The pattern with each ``{name}`` replaced by its rich text; an unknown one stays as it is."""
    result: list[Node] = []
    place = 0
    for match in _PLACEHOLDER.finditer(pattern):
        value = values.get(match[1])
        if value is None:
            continue
        result.extend((pattern[place : match.start()], *nodes(value)))
        place = match.end()
    return tuple(node for node in (*result, pattern[place:]) if node)
