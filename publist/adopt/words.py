"""Words that say what a piece of a page is, in the languages in which pages are written: data."""

from __future__ import annotations

PARTICLES = frozenset(
    "von van de der den di da del della dello la le lo du dos das do ten ter te bin ibn al el zu zur af"
    " av y e d’ l’ st. san".split()
)

# Capitalised words that begin or fill titles and venues, and are no names.
NO_NAMES = frozenset(
    "the a an on in of for to from with without via by at as and or is are be how what why when where"
    " which who towards toward beyond under over between about into using use can do does not no all one"
    " two three new novel deep learning learned machine neural network networks data model models"
    " modeling modelling analysis study studies theory theories method methods approach approaches"
    " system systems algorithm algorithms design efficient fast robust optimal adaptive dynamic dynamics"
    " generative language languages vision visual image images video videos object objects graph graphs"
    " social political economic quantum statistical bayesian stochastic information evidence effects"
    " effect role impact introduction review survey report reports thesis dissertation paper papers book"
    " chapter article articles journal journals conference conferences proceedings proc colloquium"
    " congress logic part handbook workshop workshops symposium transactions trans annals letters"
    " bulletin magazine press university institute department school college international national"
    " european american british society association academy applications extensions"
    " comments discussion special emphasis examples focus research science sciences scientific"
    " engineering technology physics mathematics mathematical computer computing computational biology"
    " chemistry medicine medical psychology economics philosophy history education public policy"
    " advances lecture notes series volume vol issue number pages pp arxiv doi abs hal preprint"
    " preprints technical submitted accepted forthcoming appear published january february march april"
    " june july august september october november december best award oral spotlight poster talk invited"
    " keynote code project slides pdf website dataset link links available download abstract bibtex cite"
    " main page home siam eurasip pnas open access springer elsevier ieee acm nature wiley oxford cambridge"
    " understanding rethinking"
    " exploring improving investigating evaluating measuring note equal contribution corresponding"
    " author authors advisor supervisor student students news home die der das ein eine zur zum über für"
    " und im am zeitschrift verlag universität beitrag beiträge les des une sur dans pour avec par revue"
    " université colloque actes journée el los las una para por con revista universidad il gli nella"
    " rivista università".split()
)

# What a link's label says it is: words of the label -> the field that publist has for it.
LINK_LABELS: dict[str, str] = {
    "paper": "paper", "full paper": "paper", "article": "paper", "published version": "paper",
    "publisher": "paper", "papier": "paper", "artículo": "paper", "论文": "paper", "link": "url_link",
    "pdf": "pdf", "full text": "pdf", "fulltext": "pdf", "download": "pdf", "download pdf": "pdf",
    "pdf file": "pdf", "free pdf": "pdf", "file-pdf": "pdf", "file-pdf-o": "pdf", "published pdf": "pdf",
    "open": "html", "closed": "paper", "html": "html", "web": "website", "website": "website",
    "site": "website", "homepage": "website", "webpage": "website", "web page": "website",
    "globe": "website", "code": "code", "source": "code", "source code": "code", "github": "code",
    "gitlab": "code", "software": "code", "repo": "code", "repository": "code", "implementation": "code",
    "git": "code", "代码": "code", "data": "dataset", "dataset": "dataset", "datasets": "dataset",
    "database": "dataset", "slides": "slides", "slide": "slides", "presentation": "slides",
    "folien": "slides", "diapositives": "slides", "poster": "poster", "affiche": "poster", "video": "video",
    "videos": "video", "talk": "video", "talk video": "video", "video record": "video",
    "recording": "video", "youtube": "video", "vidéo": "video", "project": "project",
    "project page": "project", "projekt": "project", "project website": "project", "page": "project",
    "项目": "project", "主页": "project", "demo": "demo", "live demo": "demo", "blog": "blog",
    "blog post": "blog", "blogpost": "blog", "supp": "supp", "supplement": "supp", "supplementary": "supp",
    "supplementary material": "supp", "supplementary materials": "supp", "supplemental material": "supp",
    "supplemental materials": "supp", "supplemental document": "supp", "appendix": "supp",
    "online appendix": "supp", "suppl": "supp", "supplemental": "supp", "arxiv": "arxiv", "arxi": "arxiv",
    "arxiv preprint": "arxiv", "arxiv version": "arxiv", "preprint": "paper", "doi": "doi", "hal": "hal",
    "pubmed": "pmid", "pmc": "pmcid", "inspire": "inspire", "bib": "", "bibtex": "", "cite": "",
    "abstract": "", "abs": "", "citation": "",
}  # fmt: skip
# Labels of a link that are no name of a kind by themselves, yet no title either.
LINK_WORDS = frozenset(
    "early free view version open access replication package materials files working paper preprint pdf"
    " code data slides video talk poster project page link here website dataset supplementary"
    " supplemental online appendix arxiv doi media press coverage podcast interview blog post twitter"
    " thread summary full text official published draft latest accepted manuscript supplement repository"
    " demo model models checkpoint weights journal publisher springer acm ieee ssrn nber pubmed"
    " researchgate hal biorxiv medrxiv psyarxiv osf openreview proceedings issue site short long"
    " extended download read more errata erratum corrigendum notebook colab huggingface zenodo figshare"
    " book chapter abstract bibtex bib cite show reviews review tutorial software html github gitlab"
    " youtube lien texte artikel présentation".split()
)

# A month's name in a date, whole or cut short.
MONTH = (
    r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|déc"
    r"|ene|abr|ago|dic)[^\W\d_]*\.?"
)

# Headings: what stands below them.  The first win over the second, the second over the third.
WORKS_SURELY = (
    "publication", "papers?\\b", "preprint", "articles?\\b", "proceeding", "chapter", "books?\\b",
    "thes[ie]s", "dissertation", "patent", "manuscript", "monograph", "veröffentlichung", "publikation",
    "aufs[aä]tz", "artikel", "beiträge", "artículo", "publicacion", "pubblicazion", "论文", "发表", "著作",
    "ouvrage", "chapitre", "refereed", "bibliograph",
)  # fmt: skip
WORKS = (
    "publication", "published", "paper", "preprint", "article", "journal", "conference", "proceeding",
    "book", "chapter", "thesis", "theses", "dissertation", "patent", "report", "manuscript",
    "working paper", "research", "in press", "submitted", "accepted", "peer-review", "peer review",
    "refereed", "workshop", "monograph", "poster", "veröffentlichung", "publikation", "aufsätze", "aufsatz",
    "artikel", "beiträge", "zeitschrift", "buch", "bücher", "monographie", "herausgeber", "articles",
    "ouvrage", "chapitre", "thèse", "revue", "artículo", "publicacion", "libro", "capítulo", "pubblicazion",
    "articoli", "论文", "发表", "著作", "期刊", "会议",
    "writing", "under review", "work in progress", "works in progress", "work-in-progress", "bibliograph",
    "selected works", "forthcoming", "editor", "technical", "policy", "review", "popular",
)  # fmt: skip
NOT_WORKS = (
    "news", "talk", "teaching", "service", "award", "honor", "honour", "education", "experience", "student",
    "contact", "media", "activities", "biograph", "about", "bio", "grant", "funding", "employment",
    "appointment", "links", "people", "team", "member", "alumni", "software", "course", "seminar",
    "organiz", "organis", "invited", "presentation", "lecture", "vortrag", "vorträge", "lehre",
    "lebenslauf", "enseignement", "exposé", "actualité", "docencia", "charlas",
    "教学", "新闻", "获奖", "press",
    "interview", "internship", "skill", "affiliation", "interest", "supervision", "reviewer", "committee",
    "tagung", "navigation", "menu", "prize", "scholarship", "fellowship", "mentoring", "announcement",
    "update", "événement", "noticia", "acknowledg", "recent events", "opening", "join",
)  # fmt: skip
# Those of them that are no subjects of publications.
NEVER_WORKS = (
    "news", "talk", "teaching", "service", "award", "honor", "honour", "student", "contact", "activities",
    "biograph", "about", "grant", "funding", "invited", "presentation", "lecture", "vortr", "lehre",
    "enseignement", "exposé", "actualité", "docencia", "charlas", "教学", "新闻", "获奖", "interview",
    "reviewer", "committee", "prize", "scholarship", "fellowship", "acknowledg", "recent events", "share",
    "organiz", "organis", "media coverage", "in the media", "press",
)  # fmt: skip
NEWS = (
    "news",
    "actualité",
    "aktuell",
    "neuigkeit",
    "noticia",
    "新闻",
    "动态",
    "announcement",
    "update",
    "what's new",
)
