"""French words of a list."""

from collections.abc import Mapping

WORDS: Mapping[str, str | tuple[str, str]] = {
    # below and beside the citations
    "others": "et {n} autres", "more": "et {n} de plus", "all-names": "Tous les noms",
    "abstract": "Résumé",
    "extended": "version étendue dans {venue}", "also": "aussi dans {venue}",
    # roles in the legend
    "equal": "Contribution égale", "corresponding": "Auteur correspondant", "supervision": "Codirection",
    "alphabetical": "Auteurs par ordre alphabétique", "student": "Étudiant", "deceased": "Décédé",
    # headings
    "no-date": "Sans date", "before-christ": "{year} av. J.-C.", "new": "Nouveau", "changed": "Modifié",
    # states of works without a date
    "state-in-press": "Sous presse", "state-to-appear": "À paraître", "state-to-be-published": "À paraître",
    "state-appearing": "À paraître", "state-forthcoming": "À paraître", "state-accepted": "Accepté",
    "state-submitted": "Soumis", "state-in-submission": "Soumis",
    "state-under-review": "En cours d’évaluation", "state-in-review": "En cours d’évaluation",
    "state-in-revision": "En révision", "state-under-revision": "En révision",
    "state-in-preparation": "En préparation", "state-ongoing": "En cours",
    "state-online-first": "En ligne en avant-première", "state-early-access": "Accès anticipé",
    "state-advance-online-publication": "Publication anticipée en ligne", "state-pre-published": "Prépublié",
    "state-preprint": "Prépublication", "state-pre-print": "Prépublication",
    "state-unpublished": "Non publié",
    # kinds of work
    "kind-journal": "Articles de revue", "kind-conference": "Communications de conférence",
    "kind-workshop": "Communications d’atelier", "kind-preprint": "Prépublications", "kind-book": "Livres",
    "kind-chapter": "Chapitres de livre", "kind-thesis": "Thèses et mémoires", "kind-report": "Rapports",
    "kind-patent": "Brevets", "kind-dataset": "Jeux de données", "kind-software": "Logiciels",
    "kind-talk": "Exposés", "kind-magazine": "Articles de magazine", "kind-newspaper": "Articles de journal",
    "kind-webpage": "Pages web", "kind-other": "Autres",
    # badges
    "badge-oral": "Oral", "badge-spotlight": "Spotlight", "badge-highlight": "À la une",
    "badge-presentation": "Présentation", "badge-bestpaper": "Meilleur article", "badge-award": "Prix",
    "badge-honorable": "Mention honorable",
    # the line that counts a list: one, and any other number
    "works": ("{n} publication", "{n} publications"), "first-author": "{n} en premier auteur",
    "count-badge": "{n} × {badge}", "summary-kinds": "{works} ({kinds})", "summary-comma": ", ",
    "count-journal": "{n} en revue", "count-conference": "{n} en conférence",
    "count-workshop": "{n} en atelier", "count-preprint": ("{n} prépublication", "{n} prépublications"),
    "count-book": ("{n} livre", "{n} livres"),
    "count-chapter": ("{n} chapitre de livre", "{n} chapitres de livre"),
    "count-thesis": ("{n} thèse ou mémoire", "{n} thèses et mémoires"),
    "count-report": ("{n} rapport", "{n} rapports"), "count-patent": ("{n} brevet", "{n} brevets"),
    "count-dataset": ("{n} jeu de données", "{n} jeux de données"),
    "count-software": ("{n} logiciel", "{n} logiciels"), "count-talk": ("{n} exposé", "{n} exposés"),
    "count-magazine": ("{n} article de magazine", "{n} articles de magazine"),
    "count-newspaper": ("{n} article de journal", "{n} articles de journal"),
    "count-webpage": ("{n} page web", "{n} pages web"), "count-other": ("{n} autre", "{n} autres"),
    "count-badge-oral": ("{n} oral", "{n} oraux"),
    "count-badge-spotlight": ("{n} spotlight", "{n} spotlights"), "count-badge-highlight": "{n} à la une",
    "count-badge-presentation": ("{n} présentation", "{n} présentations"),
    "count-badge-bestpaper": ("{n} meilleur article", "{n} meilleurs articles"),
    "count-badge-award": "{n} prix",
    "count-badge-honorable": ("{n} mention honorable", "{n} mentions honorables"),
    # news
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
    # the page
    "publications": "Publications", "permanent-link": "Lien permanent",
    "light-dark": "Clair ou sombre", "search": "Recherche", "all": "Tous", "by-year": "Année",
    "by-type": "Type", "by-person": "Personne", "by-keyword": "Mot-clé", "by-badge": "Distinction",
    "selected": "Sélection seulement", "clear": "Tout effacer", "count-shown": "{n} sur {all}",
    "nothing-found": "Aucun résultat.", "copy": "Copier", "copied": "Copié",
    "open-access": "Libre accès", "picture-of": "Image de « {title} »",
    "copy-citation": "Copier la citation", "chart": "Publications par année et par type",
    "list-as": "Cette liste en", "feed": "Flux", "all-publications": "Toutes les publications",
    "own-name": "Français", "language": "Langue", "profiles": "Profils", "rest": "Autres",
}  # fmt: skip
