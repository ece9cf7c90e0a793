"""What is wrong with a style: against CSL's schema, and for the evaluation.

Nothing of a document is trusted: entities are not resolved and nothing is fetched.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from publist import rules
from publist.csl.catalogue import read_info
from publist.csl.style import Style
from publist.csl.xmltree import parse, read
from publist.errors import StyleError
from publist.locales import locales_folder
from publist.problems import Problem

_NAMESPACE = "{http://purl.org/net/xbiblio/csl}"


def check(path: str | Path) -> list[Problem]:
    """What is wrong with the style in the file, by line; nothing if it is valid and can be used.

    CSL's schema is asked first, then the evaluation, which also knows missing and endless macros.
    Raises :class:`StyleError` for a file that cannot be read or is not XML.
    """
    problems = validate(path)
    if not read_info(Path(path)).parent:
        try:
            Style.loads(read(Path(path)), file=str(path))
        except StyleError as error:
            problems.append(Problem(str(path), error.line or 0, rules.STYLE, error.message))
    return problems


def validate(path: str | Path) -> list[Problem]:
    """What CSL's schema has against the style in the file, by line; nothing if it is valid.

    The schema is the RELAX NG grammar that citeproc-py ships.  Raises :class:`StyleError` for a file
    that cannot be read or is not XML.
    """
    name = str(path)
    source = read(Path(path))
    parse(source, name)  # refuses what is no XML or has a document type
    root = etree.fromstring(source, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    folder = locales_folder().parent / "schema" / "schemas" / "styles"
    schema = etree.RelaxNG(etree.parse(str(folder / "csl.rng")))
    if schema.validate(root):
        return []
    problems: dict[tuple[int, str], Problem] = {}
    for entry in schema.error_log:
        message = entry.message.replace(_NAMESPACE, "")
        problems.setdefault((entry.line, message), Problem(name, entry.line, rules.SCHEMA, message))
    return sorted(problems.values(), key=lambda problem: problem.line)
