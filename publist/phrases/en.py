"""English words of a list."""

from collections.abc import Mapping

WORDS: Mapping[str, str | tuple[str, str]] = {
    # below and beside the citations
    "others": "and {n} others", "more": "and {n} more", "all-names": "All names",
    "abstract": "Abstract",
    "extended": "extended version in {venue}", "also": "also in {venue}",
    # roles in the legend
    "equal": "Equal contribution", "corresponding": "Corresponding author",
    "supervision": "Joint supervision", "alphabetical": "Authors in alphabetical order", "student": "Student",
    "deceased": "Deceased",
    # headings
    "no-date": "No date", "before-christ": "{year} BC", "new": "New", "changed": "Changed",
    # states of works without a date
    "state-in-press": "In press", "state-to-appear": "To appear", "state-to-be-published": "To be published",
    "state-appearing": "Appearing", "state-forthcoming": "Forthcoming", "state-accepted": "Accepted",
    "state-submitted": "Submitted", "state-in-submission": "In submission",
    "state-under-review": "Under review", "state-in-review": "In review", "state-in-revision": "In revision",
    "state-under-revision": "Under revision", "state-in-preparation": "In preparation",
    "state-ongoing": "Ongoing", "state-online-first": "Online first", "state-early-access": "Early access",
    "state-advance-online-publication": "Advance online publication", "state-pre-published": "Pre-published",
    "state-preprint": "Preprint", "state-pre-print": "Pre-print", "state-unpublished": "Unpublished",
    # kinds of work
    "kind-journal": "Journal articles", "kind-conference": "Conference papers",
    "kind-workshop": "Workshop papers", "kind-preprint": "Preprints", "kind-book": "Books",
    "kind-chapter": "Book chapters", "kind-thesis": "Theses", "kind-report": "Reports",
    "kind-patent": "Patents", "kind-dataset": "Datasets", "kind-software": "Software", "kind-talk": "Talks",
    "kind-magazine": "Magazine articles", "kind-newspaper": "Newspaper articles", "kind-webpage": "Web pages",
    "kind-other": "Other",
    # badges
    "badge-oral": "Oral", "badge-spotlight": "Spotlight", "badge-highlight": "Highlight",
    "badge-presentation": "Presentation", "badge-bestpaper": "Best Paper", "badge-award": "Award",
    "badge-honorable": "Honorable Mention",
    # the line that counts a list: one, and any other number
    "works": ("{n} publication", "{n} publications"), "first-author": "{n} as first author",
    "count-badge": "{n} × {badge}", "summary-kinds": "{works} ({kinds})", "summary-comma": ", ",
    "count-journal": "{n} journal", "count-conference": "{n} conference", "count-workshop": "{n} workshop",
    "count-preprint": ("{n} preprint", "{n} preprints"), "count-book": ("{n} book", "{n} books"),
    "count-chapter": ("{n} book chapter", "{n} book chapters"), "count-thesis": ("{n} thesis", "{n} theses"),
    "count-report": ("{n} report", "{n} reports"), "count-patent": ("{n} patent", "{n} patents"),
    "count-dataset": ("{n} dataset", "{n} datasets"), "count-software": "{n} software",
    "count-talk": ("{n} talk", "{n} talks"),
    "count-magazine": ("{n} magazine article", "{n} magazine articles"),
    "count-newspaper": ("{n} newspaper article", "{n} newspaper articles"),
    "count-webpage": ("{n} web page", "{n} web pages"), "count-other": ("{n} other", "{n} others"),
    "count-badge-oral": ("{n} oral", "{n} orals"),
    "count-badge-spotlight": ("{n} spotlight", "{n} spotlights"),
    "count-badge-highlight": ("{n} highlight", "{n} highlights"),
    "count-badge-presentation": ("{n} presentation", "{n} presentations"),
    "count-badge-bestpaper": ("{n} best paper", "{n} best papers"),
    "count-badge-award": ("{n} award", "{n} awards"),
    "count-badge-honorable": ("{n} honorable mention", "{n} honorable mentions"),
    # news
    "and": " and ", "last-and": ", and ",
    "numbers": "one two three four five six seven eight nine ten",
    "dated-one": "[{MM}/{year}] {Count} paper {names} was accepted to {venue}.",
    "dated-many": "[{MM}/{year}] {Count} papers including {names} were accepted to {venue}.",
    "counted-one": "{names} is accepted by {venue}. ({month} {year})",
    "counted-many": "{n} papers ({names}) are accepted by {venue}. ({month} {year})",
    "counted-one-badge": "{names} is accepted by {venue} ({badge}). ({month} {year})",
    "counted-many-badge": "{n} papers ({names}) are accepted as {badges} by {venue}. ({month} {year})",
    "oral": "oral", "orals": "orals", "spotlight": "spotlight", "spotlights": "spotlights", "news": "News",
    # the page
    "publications": "Publications", "permanent-link": "Permanent link",
    "light-dark": "Light or dark", "search": "Search", "all": "All", "by-year": "Year",
    "by-type": "Type", "by-person": "Person", "by-keyword": "Keyword", "by-badge": "Badge",
    "selected": "Selected only", "clear": "Clear all", "count-shown": "{n} of {all}",
    "nothing-found": "Nothing found.", "copy": "Copy", "copied": "Copied",
    "open-access": "Open access", "picture-of": "Picture of “{title}”",
    "copy-citation": "Copy citation", "chart": "Publications by year and type",
    "list-as": "This list as", "feed": "Feed", "all-publications": "All publications",
    "own-name": "English", "language": "Language", "profiles": "Profiles", "rest": "Others",
}  # fmt: skip
