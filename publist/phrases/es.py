"""Spanish words of a list."""

from collections.abc import Mapping

WORDS: Mapping[str, str | tuple[str, str]] = {
    # below and beside the citations
    "others": "y {n} más", "more": "y {n} más", "all-names": "Todos los nombres",
    "abstract": "Resumen",
    "extended": "versión extendida en {venue}", "also": "también en {venue}",
    # roles in the legend
    "equal": "Igual contribución", "corresponding": "Autor de correspondencia",
    "supervision": "Dirección conjunta", "alphabetical": "Autores en orden alfabético",
    "student": "Estudiante", "deceased": "Fallecido",
    # headings
    "no-date": "Sin fecha", "before-christ": "{year} a.\N{NO-BREAK SPACE}C.", "new": "Nuevo",
    "changed": "Modificado",
    # states of works without a date
    "state-in-press": "En prensa", "state-to-appear": "De próxima aparición",
    "state-to-be-published": "De próxima publicación", "state-appearing": "De próxima aparición",
    "state-forthcoming": "De próxima publicación", "state-accepted": "Aceptado", "state-submitted": "Enviado",
    "state-in-submission": "Enviado", "state-under-review": "En revisión", "state-in-review": "En revisión",
    "state-in-revision": "En corrección", "state-under-revision": "En corrección",
    "state-in-preparation": "En preparación", "state-ongoing": "En curso",
    "state-online-first": "En línea primero", "state-early-access": "Acceso anticipado",
    "state-advance-online-publication": "Publicación anticipada en línea",
    "state-pre-published": "Prepublicado", "state-preprint": "Prepublicación",
    "state-pre-print": "Prepublicación", "state-unpublished": "Inédito",
    # kinds of work
    "kind-journal": "Artículos de revista", "kind-conference": "Ponencias en congresos",
    "kind-workshop": "Ponencias en talleres", "kind-preprint": "Prepublicaciones", "kind-book": "Libros",
    "kind-chapter": "Capítulos de libro", "kind-thesis": "Tesis", "kind-report": "Informes",
    "kind-patent": "Patentes", "kind-dataset": "Conjuntos de datos", "kind-software": "Software",
    "kind-talk": "Charlas", "kind-magazine": "Artículos de divulgación",
    "kind-newspaper": "Artículos de prensa", "kind-webpage": "Páginas web", "kind-other": "Otros",
    # badges
    "badge-oral": "Oral", "badge-spotlight": "Spotlight", "badge-highlight": "Destacado",
    "badge-presentation": "Presentación", "badge-bestpaper": "Mejor artículo", "badge-award": "Premio",
    "badge-honorable": "Mención de honor",
    # the line that counts a list: one, and any other number
    "works": ("{n} publicación", "{n} publicaciones"), "first-author": "{n} como primer autor",
    "count-badge": "{n} × {badge}", "summary-kinds": "{works} ({kinds})", "summary-comma": ", ",
    "count-journal": ("{n} en revista", "{n} en revistas"), "count-conference": "{n} en congresos",
    "count-workshop": "{n} en talleres", "count-preprint": ("{n} prepublicación", "{n} prepublicaciones"),
    "count-book": ("{n} libro", "{n} libros"),
    "count-chapter": ("{n} capítulo de libro", "{n} capítulos de libro"), "count-thesis": "{n} tesis",
    "count-report": ("{n} informe", "{n} informes"), "count-patent": ("{n} patente", "{n} patentes"),
    "count-dataset": ("{n} conjunto de datos", "{n} conjuntos de datos"), "count-software": "{n} software",
    "count-talk": ("{n} charla", "{n} charlas"),
    "count-magazine": ("{n} artículo de divulgación", "{n} artículos de divulgación"),
    "count-newspaper": ("{n} artículo de prensa", "{n} artículos de prensa"),
    "count-webpage": ("{n} página web", "{n} páginas web"), "count-other": ("{n} otro", "{n} otros"),
    "count-badge-oral": ("{n} oral", "{n} orales"),
    "count-badge-spotlight": ("{n} spotlight", "{n} spotlights"),
    "count-badge-highlight": ("{n} destacado", "{n} destacados"),
    "count-badge-presentation": ("{n} presentación", "{n} presentaciones"),
    "count-badge-bestpaper": ("{n} mejor artículo", "{n} mejores artículos"),
    "count-badge-award": ("{n} premio", "{n} premios"),
    "count-badge-honorable": ("{n} mención de honor", "{n} menciones de honor"),
    # news
    "and": " y ", "last-and": " y ",
    "numbers": "un dos tres cuatro cinco seis siete ocho nueve diez",
    "dated-one": "[{MM}/{year}] {Count} artículo, {names}, fue aceptado en {venue}.",
    "dated-many": "[{MM}/{year}] {Count} artículos, {names}, fueron aceptados en {venue}.",
    "counted-one": "{names} ha sido aceptado en {venue}. ({month} {year})",
    "counted-many": "{n} artículos ({names}) han sido aceptados en {venue}. ({month} {year})",
    "counted-one-badge": "{names} ha sido aceptado en {venue} ({badge}). ({month} {year})",
    "counted-many-badge":
        "{n} artículos ({names}) han sido aceptados en {venue} ({badges}). ({month} {year})",
    "oral": "oral", "orals": "orales", "spotlight": "spotlight", "spotlights": "spotlights",
    "news": "Noticias",
    # the page
    "publications": "Publicaciones", "permanent-link": "Enlace permanente",
    "light-dark": "Claro u oscuro", "search": "Buscar", "all": "Todos", "by-year": "Año",
    "by-type": "Tipo", "by-person": "Persona", "by-keyword": "Palabra clave",
    "by-badge": "Distinción", "selected": "Solo seleccionadas", "clear": "Borrar todo",
    "count-shown": "{n} de {all}", "nothing-found": "No se encontró nada.", "copy": "Copiar",
    "copied": "Copiado",
    "open-access": "Acceso abierto", "picture-of": "Imagen de «{title}»",
    "copy-citation": "Copiar la cita", "chart": "Publicaciones por año y tipo",
    "list-as": "Esta lista como", "feed": "Canal de noticias",
    "all-publications": "Todas las publicaciones",
    "own-name": "Español", "language": "Idioma", "profiles": "Perfiles",
    "rest": "Otros",
}  # fmt: skip
