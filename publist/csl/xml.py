"""What is read from a style's XML without making a :class:`~publist.csl.style.Style` of it.

Nothing of a document is trusted: entities are not resolved and nothing is fetched.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from publist.csl.catalogue import StyleInfo
from publist.csl.parse import locales_folder
from publist.csl.xmltree import parse
from publist.errors import Problem, StyleError

NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
_END = frozenset({f"{NAMESPACE}info", f"{NAMESPACE}citation"})


def read_info(path: Path) -> StyleInfo:
    """The style's own ``<info>``; of a file that is no XML, what was read until then."""
    title, parent, form, year = "", "", "", 0
    fields: list[str] = []
    try:
        with path.open("rb") as stream:
            for _, element in etree.iterparse(
                stream, events=("end",), resolve_entities=False, no_network=True, load_dtd=False
            ):
                tag = element.tag
                if tag in _END:
                    break
                if tag == f"{NAMESPACE}title" and not title:
                    title = " ".join((element.text or "").split())
                elif tag == f"{NAMESPACE}category":
                    form = element.get("citation-format", form)
                    fields += [field] if (field := element.get("field")) else []
                elif tag == f"{NAMESPACE}link" and element.get("rel") == "independent-parent":
                    parent = element.get("href", "").rstrip("/").rpartition("/")[2]
                elif tag == f"{NAMESPACE}updated":
                    digits = (element.text or "").strip()[:4]
                    year = int(digits) if digits.isdecimal() else 0
    except etree.XMLSyntaxError:
        pass  # who loads the style is told what is wrong with it
    except OSError as error:
        raise StyleError(f"cannot be read: {error.strerror or error}", file=str(path)) from error
    return StyleInfo(path.stem, title or path.stem, path, tuple(fields), form, year, parent)


def validate(path: str | Path) -> list[Problem]:
    """What CSL's schema has against the style in the file, by line; nothing if it is valid.

    The schema is the RELAX NG grammar that citeproc-py ships.  Raises :class:`StyleError` for a file
    that cannot be read or is not XML.
    """
    name = str(path)
    try:
        source = Path(path).read_bytes()
    except OSError as error:
        raise StyleError(f"cannot be read: {error.strerror or error}", file=name) from error
    parse(source, name)  # refuses what is no XML or has a document type
    root = etree.fromstring(source, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    folder = locales_folder().parent / "schema" / "schemas" / "styles"
    schema = etree.RelaxNG(etree.parse(str(folder / "csl.rng")))
    if schema.validate(root):
        return []
    problems: dict[tuple[int, str], Problem] = {}
    for entry in schema.error_log:
        message = entry.message.replace(NAMESPACE, "")
        problems.setdefault((entry.line, message), Problem(name, entry.line, "schema", "error", message))
    return sorted(problems.values(), key=lambda problem: problem.line)
