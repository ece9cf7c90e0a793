"""Works to BibTeX: entry types, fields, keys; every value goes through the encoder."""

from __future__ import annotations

import re

from publist.adopt import links, names
from publist.adopt.shapes import OTHERS, PageNames, TypedName
from publist.adopt.works import Work
from publist.bibtex.latex.encode import encode
from publist.keys import citation_key
from publist.patterns import pattern
from publist.url import in_braces

_MATH = pattern(r"\$[^$]*[\\^_{][^$]*\$|\$\w\$")
_JOURNAL = pattern(
    r"\b(?:journal|transactions|trans\.|annals|letters|review|bulletin|magazine|quarterly"
    r"|zeitschrift|revue|revista|rivista"
    r"|acta|archives?|j\.|lett\.|rev\.|ann\.|nature|science|plos|ijcv|tpami|pami|jmlr|tmlr|tip|tog|tacl)\b",
    re.IGNORECASE,
)
_MEETING = pattern(
    r"\b(?:conference|conf\.|proc(?:eedings|\.)|workshop|symposium|meeting|congress|tagung|actes"
    r"|colloque|conférence|congrès|atelier|journées|congreso|jornadas|cvpr|iccv|eccv|wacv|iclr"
    r"|icml|neurips|nips|aaai|ijcai|acl|emnlp|naacl|eacl|coling|interspeech|icassp|siggraph|kdd|www"
    r"|chi|cscw|uist|sigir|icra"
    r"|iros|corl|rss|miccai|accv|bmvc|3dv|aistats|uai|colt|soda|stoc|focs|podc|sigmod|vldb|icde|osdi"
    r"|sosp|nsdi|pldi|popl|lipics|lncs"
    r"|lecture notes in|advances in neural|faccat|facct|eaamo|aies)\b",
    re.IGNORECASE,
)
_REPORT = pattern(
    r"technical report|working paper|tech\. rep|discussion paper|white ?paper|arbeitspapier", re.IGNORECASE
)
_THESIS = pattern(
    r"(?P<phd>ph\.?\s?d\.?\s*(?:thesis|dissertation)|doctoral|dissertation|thèse|doktorarbeit)"
    r"|(?P<master>master|m\.?sc\.? thesis|masterarbeit|mémoire)|\bthesis\b",
    re.IGNORECASE,
)
_ARXIV = pattern(r"\b(?:arxiv|corr|biorxiv|medrxiv|preprint|psyarxiv|ssrn|research square)\b", re.IGNORECASE)
# What may stand in a formula that is copied: nothing that reads, writes or defines.
_FORMULA = frozenset(
    "alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho"
    " sigma tau upsilon phi"
    " varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega ell infty partial"
    " nabla sqrt frac sum"
    " prod int times cdot circ pm leq geq le ge neq approx sim to rightarrow leftarrow in subset cup"
    " cap otimes oplus"
    " rm it bf cal mathrm mathbb mathcal mathbf mathit mathfrak text hat bar tilde vec dot prime"
    " star ast dagger log exp"
    " min max left right langle rangle dots ldots".split()
)

Fields = dict[str, str]


def kind_of(work: Work) -> str:
    """The entry type, by the venue, then by the heading above."""
    venue = work.fields.get("venue", "")
    heading = work.item.section.name.lower()
    for text in (venue, heading):
        if thesis := _THESIS.search(text):
            return "mastersthesis" if thesis["master"] else "phdthesis"
    if _REPORT.search(venue) or "type" in work.fields:
        return "techreport"
    if _MEETING.search(venue):
        return "inproceedings"
    if "in" in work.fields and (
        "editor" in work.fields or re.search(r"chapter|herausgeber|beiträge|chapitre|capítulo", heading)
    ):
        return "incollection"
    if _ARXIV.search(venue):
        return "misc"
    if re.search(r"chapter|beiträge in|chapitre|capítulo", heading) and venue:
        return "incollection"
    if re.search(r"\bbooks?\b|monogra|ouvrages|bücher|libros", heading) and "volume" not in work.fields:
        return "book"
    if _JOURNAL.search(venue) or (venue and {"volume", "number"} & set(work.fields)):
        return "article"
    if re.search(r"conference|proceeding|workshop|konferenz|conférence|会议", heading) and venue:
        return "inproceedings"
    if not venue:
        return "book" if "publisher" in work.fields else "incollection" if "editor" in work.fields else "misc"
    if "in" in work.fields:
        return "incollection" if "publisher" in work.fields else "inproceedings"
    return "article"


_COPIED = (
    "type abbr volume number pages publisher address pubstate oral spotlight highlight award nickname"
    " accepted abstract".split()
)
# Those that the reader knows beside names.
_SIGNS = "*∗＊⁎†‡§¶‖#✉⋆★⋄✝✦"
_CONTAINERS = {
    "article": "journal", "inproceedings": "booktitle", "incollection": "booktitle",
    "techreport": "institution",
    "phdthesis": "school", "mastersthesis": "school", "book": "series", "misc": "howpublished",
}  # fmt: skip


def fields_of(work: Work, owner: TypedName | None) -> tuple[str, Fields]:
    """The entry type and the fields in LaTeX."""
    kind = kind_of(work)
    fields: Fields = {"title": _latex(work.title)}
    if work.authors:
        fields["author"] = " and ".join(_name(name, owner) for name in work.authors)
    rest = dict(work.fields)
    if rest.pop("edited", ""):
        fields["editor"] = fields.pop("author", "")
    venue = rest.pop("venue", "")
    rest.pop("in", "")
    if editor := rest.pop("editor", ""):
        fields["editor"] = _editors(editor)
    if venue:
        fields[_CONTAINERS[kind]] = _latex(venue)
    year = year_of(work)
    if year:
        fields["year"] = year
    for name in _COPIED:
        if value := rest.get(name, ""):
            fields[name] = value if name in ("pages", "accepted") else _latex(value)
    if month := rest.get("month", ""):
        fields["month"] = _MONTHS[int(month) - 1]
    named, _ = links.fields(work.links)
    if "arxiv" in named:
        fields["eprint"] = named.pop("arxiv")
        fields["archiveprefix"] = "arXiv"
    fields.update({name: in_braces(url) for name, url in named.items()})
    return kind, {name: value for name, value in fields.items() if value}


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def year_of(work: Work) -> str:
    """The year in the item, else that of the heading."""
    return work.years[0] if work.years else work.item.section.year


def _latex(text: str) -> str:
    """Text as LaTeX; formulas typed between dollars are LaTeX already."""
    out: list[str] = []
    at = 0
    for match in _MATH.finditer(text):
        if _is_safe(match[0]):
            out += [encode(text[at : match.start()]), match[0]]
            at = match.end()
    return "".join(out) + encode(text[at:])


def _is_safe(formula: str) -> bool:
    """Whether a formula is only that: its braces match, and its commands are letters, fonts and signs."""
    depth = 0
    for sign in re.findall(r"\\.|[{}]", formula):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    commands = re.findall(r"\\([A-Za-z]+)", formula)
    return not depth and set(commands) <= _FORMULA and not re.search(r"\\[^A-Za-z{}_,; ]|[@#%~]", formula)


def _name(name: TypedName, owner: TypedName | None) -> str:
    if name.family == OTHERS:
        return "others"
    given = name.given
    if re.fullmatch(r"[^\W\d_]{2,4}", given) and given.isupper() and name.strength == 3:
        given = " ".join(f"{letter}." for letter in given)
    if owner and name.key == owner.key and len(owner.given.strip(".")) > len(given.strip(".")):
        given = owner.given
    marks = "".join(mark for mark in dict.fromkeys(name.marks) if mark in _SIGNS)
    family = encode(name.family) + encode(marks)
    if re.search(r"\band\b", family):
        family = f"{{{family}}}"
    if not given:
        return f"{{{family}}}" if len(name.family.split()) > 1 else family
    return ", ".join(part for part in (family, encode(name.suffix), encode(given)) if part)


def _editors(text: str) -> str:
    found = names.name_list(text.strip(), 0, (), PageNames())
    if found and found.end >= len(text.strip()) - 1:
        return " and ".join(_name(name, None) for name in found.names)
    return f"{{{encode(text.strip())}}}"


def key_of(work: Work) -> str:
    """Surname, year and the first word of the title that says something, e.g. ``luo2019towards``."""
    surname = work.authors[0].family if work.authors else ""
    return citation_key(surname, year_of(work), work.title, nickname=work.fields.get("nickname", ""))
