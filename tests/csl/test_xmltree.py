"""XML as elements with lines; what a hostile or broken document gets.  Oracle: XML 1.0 and expat."""

from __future__ import annotations

import pytest

from publist.csl.xmltree import parse
from publist.errors import StyleError

CSL = "http://purl.org/net/xbiblio/csl"


def test_elements_know_their_lines_names_and_texts() -> None:
    root = parse(
        f'<style xmlns="{CSL}"\n a="1">\n <term name="x">a&amp;b<!-- c -->&#x42;<i/>no</term></style>', "x"
    )
    term = root.children[0]
    assert (root.name, root.line, root.attributes) == ("style", 1, {"a": "1"})
    assert (term.name, term.line, term.get("name"), term.text) == ("term", 3, "x", "a&bB")
    assert [child.is_csl for child in term.children] == [True]


def test_a_prefix_is_as_good_as_a_default_namespace() -> None:
    root = parse(f'<c:style xmlns:c="{CSL}" xmlns:o="urn:o"><o:style/></c:style>', "x")
    assert (root.name, root.is_csl, root.children[0].name, root.children[0].is_csl) == (
        "style",
        True,
        "style",
        False,
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_bytes_are_read_in_the_encoding_they_declare(encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?>\n<style>é</style>'
    assert parse(xml.encode(encoding), "x").text == "é"
    assert parse(xml, "x").text == "é"  # text has been decoded already


@pytest.mark.parametrize(
    ("xml", "line", "message"),
    [
        ("", 1, "not XML: no element found"),
        ("<a>\n<b></a>", 2, "not XML: mismatched tag"),
        ("<a>&nbsp;</a>", 1, "not XML: undefined entity"),
        ('<?xml version="1.0" encoding="x-none"?><a/>', 1, "not XML"),
        ('<?xml version="1.0" encoding="gb2312"?><a/>', 1, "not XML"),
        ('<!DOCTYPE a [<!ENTITY x "aaaa">]>\n<a>&x;</a>', 1, "document type"),
        ('\n<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 2, "document type"),
        ("<a>" * 5000 + "</a>" * 5000, 1, "inside one another"),
    ],
)
def test_what_is_refused_names_its_line(xml: str, line: int, message: str) -> None:
    with pytest.raises(StyleError, match=message) as caught:
        parse(xml.encode(), "my.csl")
    assert (caught.value.file, caught.value.line) == ("my.csl", line)
