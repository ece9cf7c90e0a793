"""What is fuzzed: for each door that a stranger's bytes come in by, pieces of them and what must hold.

``tests/fuzz/test_targets.py`` makes inputs of the pieces with hypothesis; ``python -m tests.fuzz NAME`` lets
atheris look for bytes that reach new code.  A finding becomes a test beside the code that it is about.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from publist import csl_json, settings
from publist.adopt import adopt
from publist.bibtex import loads, source
from publist.bibtex.editor import Editor
from publist.convert import publications
from publist.convert.to_bibtex import bibtex
from publist.csl import Processor, Style
from publist.errors import InputError, OutputError, PublistError
from publist.item import Item, Name
from publist.settings.selection import SelectError, Selection
from publist.sources import imported
from publist.writing import into

_ITEM = Item(
    "a", "article-journal", {"title": "T", "page": "1-2", "volume": "3"}, {"author": (Name("Doe", "Jane"),)}
)


class Target(NamedTuple):
    """Pieces of inputs, and what each input has to pass: ``check`` raises what is wrong."""

    pieces: tuple[str, ...]
    check: Callable[[bytes], None]


def _bibtex(data: bytes) -> None:
    """Every entry is read or refused, the file can be written back as it was, and BibTeX made of it."""
    try:
        decoded, _ = source.decode(data, "fuzz.bib")
    except InputError:
        return
    read = loads(decoded.text)
    found, _ = publications(read)
    assert read.read + read.refused == read.present
    if not decoded.text.startswith("\ufeff"):
        read.source = decoded
        assert Editor(read).data() == data
    items = [publication.item for publication in found]
    written, _ = bibtex(items)
    again = loads(written)
    assert (len(again.entries), again.refused) == (len(items), 0)


def _style(data: bytes) -> None:
    """A style formats, or is one error."""
    try:
        style = Style.loads(data)
        if style.bibliography:
            Processor(style, [_ITEM]).bibliography()
    except PublistError as error:
        _check_one_line(error)


def _items(data: bytes) -> None:
    """All items are read or refused; what is read is written as BibTeX with as many entries."""
    try:
        read = csl_json.load_bytes(data, "fuzz.json")
    except InputError as error:
        _check_one_line(error)
        return
    written, _ = bibtex(read.items)
    again = loads(written)
    assert (len(again.entries), again.refused) == (len(read.items), 0)


def _selection(data: bytes) -> None:
    """A selection says yes or no, or what is wrong at which character."""
    text = data.decode("utf-8", "replace")
    try:
        Selection.parse(text).accepts({"year": 2020, "title": "T", "selected": True}.get)
    except SelectError as error:
        _check_one_line(error)


def _project(data: bytes) -> None:
    """Settings are read, or are one error."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / settings.FILE_NAME).write_bytes(data)
        try:
            settings.load(Path(folder))
        except PublistError as error:
            _check_one_line(error)


def _imported(path: Path) -> Any:
    return imported([path])


def _entries_of(suffix: str, read: Callable[[Path], Any]) -> Callable[[bytes], None]:
    def check(data: bytes) -> None:
        """A page or an export gives entries that can be read, as many as are told, or is one error."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"fuzz.{suffix}"
            path.write_bytes(data)
            try:
                found = read(path)
            except InputError as error:
                _check_one_line(error)
                return
        again = loads(found.text)
        assert (len(again.entries), again.refused) == (found.works, 0), found.text

    return check


def _into(data: bytes) -> None:
    """A page is filled so that filling it again changes nothing, or is refused."""
    try:
        once = into.replace(data, "<p>T</p>\n")
    except OutputError as error:
        _check_one_line(error)
        return
    assert into.replace(once, "<p>T</p>\n") == once


def _check_one_line(error: PublistError) -> None:
    assert len(str(error).splitlines()) == 1
    assert len(str(error)) < 10_000


_TEXT = (
    "T", "Doe, Jane", " and ", "2020", "9" * 20, "\x00", "\x1b[31m", "\u202e", "é", "\n", " ", ":", ",",
)  # fmt: skip
_STYLE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">', "<info>", "</info>",
    "<title>T</title><id>x</id><updated>2020-01-01T00:00:00+00:00</updated>", "<citation>", "</citation>",
    "<bibliography>", "</bibliography>", "<layout>", "</layout>", "</style>", '<text variable="title"/>',
    '<text macro="m"/>', '<macro name="m">', "</macro>", '<names variable="author">', "</names>", "<name/>",
    "<group>", "</group>", '<number variable="page"/>', "<choose>", '<if type="book">', "</if>",
    "</choose>", '<date variable="issued"/>', "<sort>", '<key variable="title"/>', "</sort>",
    '<text term="and"/>', "&lt;",
)  # fmt: skip
_JSON = (
    "[", "]", "{", "}", ",", ":", '"id"', '"type"', '"book"', '"title"', '"T"', '"author"', '"family"',
    '"issued"', '"date-parts"', '"note"', '"}\\n@book{e,"', "null", "true", "1e999", "9" * 30, '"\\ud800"',
    '"<i>"', '[{"id": "a", "type": "book", "title": "', '"}]', '"DOI"', '"10.1/x"', '"URL"', '"http://x/"',
)  # fmt: skip
_BIB = (
    "@article{k,", "@string{s = ", "@comment{", "@preamble{", "@", "{", "}", "(", ")", '"', "#", "=", ",",
    "\\", "%", "title = {", "author = {", "year = 2020", "month = jan", "crossref = {k}", "xdata = {k}",
    "$", "\\'e", "\\emph{", "\\url{http://x.org}", "doi = {10.1/x}", "}\n@book{j,",
)  # fmt: skip
_MARKUP = (
    "<ul>", "<li>", "</li>", "</ul>", "<p>", "<b>", "</b>", "<i>", "</i>", "<a href='http://x.org'>",
    "</a>", "<br>", "<h2>Publications</h2>",
    "<li>Jane Doe, John Roe. <i>On mice and men</i>. Journal of Mice, 12(3):4-5, 2020.",
    "<li>J. Roe. Of men and mice. In Proc. of MICE, 2021.", "&amp;", "&#0;", "<!--", "<pre>", "<script>",
    "}", "@book{",
)  # fmt: skip
_MARKDOWN = (
    "# Publications\n", "\n\n", "- ", "* ", "1. ", "**", "_", "[", "](http://x.org)", "`", "> ", "---\n",
    "{", "}", "| ", "Jane Doe, John Roe. *On mice and men*. Journal of Mice, 2020.\n",
    "J. Roe. Of men and mice. MICE, 2021.\n",
)  # fmt: skip
_RIS = (
    "TY  - JOUR\n", "ER  - \n", "TI  - ", "AU  - ", "PY  - ", "DO  - 10.1/", "UR  - http://", "\n", "}",
    "@b{",
)  # fmt: skip
_XML = (
    "<?xml version='1.0'?>", "<dblp>", "</dblp>", "<article key='a/b'>", "</article>", "<title>",
    "</title>", "<author>", "</author>", "<year>", "</year>", "<feed xmlns='http://www.w3.org/2005/Atom'>",
    "</feed>", "<entry>", "</entry>", "<!DOCTYPE x [<!ENTITY e 'x'>]>", "&e;", "<![CDATA[", "]]>",
    "<records><record>", "<ref-type>6",
)  # fmt: skip
_YAML = (
    "references:\n", "- title: T\n", "  author: ", "  type: book\n", "  year: 2020\n", "&a ", "*a", "[",
    "]", "{", "}", "|\n", "? ", "<<: ", "!!binary ", '"\\ud800"', "  - ", "\t", "#", "---\n", "  id: k\n",
)  # fmt: skip
_TOML = (
    'bibliography = ["x.bib"]\n', "[targets.a]\n", "[owner]\n", 'name = "Jane Doe"\n',
    'output = "x.html"\n', "[people.a]\n", 'select = "year > 2020"\n', "[", "]", '"', "=", "\n", "9" * 30,
    "true", 'style = "ieee"\n', "[links.x]\n", "[badges.x]\n", "[[groups]]\n", "a.b.c = 1\n",
)  # fmt: skip
_SELECT = (
    "year", "title", "selected", "==", "!=", "<", ">=", "in", "not", "and", "or", "(", ")", "[", "]", '"T"',
    "'",
)  # fmt: skip
_MARKERS = (
    "<!-- publist:begin -->", "<!-- publist:end -->", "<!-- publist:begin a -->", "<!-- publist:end a -->",
    "% publist:begin", "% publist:end", "// publist:begin", "\r\n", "<meta charset='latin-1'>", "\ufeff",
    "-->",
)  # fmt: skip

TARGETS: dict[str, Target] = {
    "bibtex": Target(_BIB + _TEXT, _bibtex),
    "csl": Target(_STYLE + _TEXT, _style),
    "csl-json": Target(_JSON + _TEXT, _items),
    "selection": Target(_SELECT + _TEXT, _selection),
    "publist.toml": Target(_TOML + _TEXT, _project),
    "adopt-html": Target(_MARKUP + _TEXT, _entries_of("html", adopt)),
    "adopt-markdown": Target(_MARKDOWN + _TEXT, _entries_of("md", adopt)),
    "import-ris": Target(_RIS + _TEXT, _entries_of("ris", _imported)),
    "import-xml": Target(_XML + _TEXT, _entries_of("xml", _imported)),
    "import-json": Target(_JSON + _TEXT, _entries_of("json", _imported)),
    "import-yaml": Target(_YAML + _TEXT, _entries_of("yaml", _imported)),
    "into": Target(_MARKERS + _TEXT, _into),
}
