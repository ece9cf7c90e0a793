"""Styles that cannot be evaluated are refused with file, line and what to do.

Oracle: CSL 1.0.2 (Namespacing, Macro, Choose), and the line where the mistake was put.
"""

from __future__ import annotations

import pytest

from publist.csl import Processor, Style
from publist.csl.citation import Citation, Cite
from publist.errors import StyleError
from publist.richtext import plain

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note">\n'
CITATION = "<citation><layout>{}</layout></citation>\n</style>"


def refusal(xml: str | bytes) -> StyleError:
    with pytest.raises(StyleError) as caught:
        Style.loads(xml, file="mine.csl")
    return caught.value


@pytest.mark.parametrize(
    ("xml", "line", "words"),
    [
        ("hello", 1, "not XML"),
        ("", 1, "not XML"),
        ("\0", 1, "not XML"),
        ("<html/>", 1, "root is <html>"),
        ("<style/>", 1, "root is <style>"),
        (HEAD.replace('"1.0"', '"1.1"') + CITATION.format(""), 1, "CSL 1.1"),
        (HEAD + "</style>", 1, "no <citation>"),
        (HEAD + "<citation/></style>", 2, "no <layout>"),
        (HEAD + "\n" + CITATION.format('<text macro="x"/>'), 3, "no macro “x”"),
        (HEAD + CITATION.format('\n<text term="bogus"/>'), 3, "no term “bogus”"),
        (HEAD + CITATION.format('\n\n<text variable="bogus"/>'), 4, "no variable “bogus”"),
        (HEAD + CITATION.format('<names variable="author bogus"/>'), 2, "no variable “bogus”"),
        (HEAD + CITATION.format('<choose><if bogus="x"><text value="a"/></if></choose>'), 2, "condition"),
        (HEAD + CITATION.format("<foo/>"), 2, "<foo> cannot stand inside <layout>"),
        (HEAD + CITATION.format("<text/>"), 2, "one of the attributes"),
        (HEAD + '<macro name="a"/><macro name="a"/>' + CITATION.format(""), 2, "defined twice"),
    ],
)
def test_a_bad_style_is_refused_with_its_line(xml: str, line: int, words: str) -> None:
    error = refusal(xml)
    assert (error.file, error.line) == ("mine.csl", line)
    assert words in error.message
    assert "\n" not in str(error)


def test_a_macro_that_calls_itself_is_refused() -> None:
    macros = '<macro name="a"><text macro="b"/></macro>\n<macro name="b"><text macro="a"/></macro>\n'
    error = refusal(HEAD + macros + CITATION.format('<text macro="a"/>'))
    assert "calls itself" in error.message
    assert error.line in (2, 3)


def test_macros_that_explode_are_refused() -> None:
    macros = "".join(
        f'<macro name="m{number}">{f"""<text macro="m{number + 1}"/>""" * 10}</macro>' for number in range(12)
    )
    refusal(HEAD + macros + '<macro name="m12"/>' + CITATION.format('<text macro="m0"/>'))


@pytest.mark.parametrize("depth", [200, 3000])
def test_deep_nesting_is_refused_without_a_recursion_error(depth: int) -> None:
    refusal(HEAD + CITATION.format("<group>" * depth + "</group>" * depth))


def test_a_chain_of_macros_is_refused_without_a_recursion_error() -> None:
    macros = "".join(f'<macro name="m{n}"><text macro="m{n + 1}"/></macro>' for n in range(2000))
    refusal(HEAD + macros + '<macro name="m2000"/>' + CITATION.format('<text macro="m0"/>'))


def test_nothing_is_read_from_outside_and_entities_do_not_explode() -> None:
    external = '<!DOCTYPE style [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    refusal(external + HEAD + CITATION.format('<text value="a"/>'))
    bomb = '<!DOCTYPE style [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    refusal(bomb + HEAD + CITATION.format("<group>&b;</group>"))
    remote = '<!DOCTYPE style SYSTEM "http://example.org/style.dtd">'
    refusal(remote + HEAD + CITATION.format('<text value="a"/>'))


def test_a_style_may_define_terms_of_its_own() -> None:
    locale = '<locale><terms><term name="mine">Mine</term></terms></locale>'
    Style.loads(HEAD + locale + CITATION.format('<text term="mine"/>'), file="mine.csl")


def test_a_style_of_csl_m_is_read_as_far_as_it_is_csl() -> None:
    layout = (
        '<choose><if jurisdiction="us"><text value="no"/></if><if><conditions/></if>'
        '<else><text variable="title"/></else></choose><text variable="jurisdiction"/><alternative/>'
        '<names variable="authority"><name/><institution/></names><text term="available-at-court"/>'
    )
    localized = CITATION.replace("<layout>", '<layout locale="en"><text value="en"/></layout><layout>')
    style = Style.loads(HEAD.replace('"1.0"', '"1.1mlz1"') + localized.format(layout), file="m.csl")
    assert style.extended
    item = {"id": "a", "type": "book", "title": "T"}
    assert plain(Processor(style, [item]).cite([Citation((Cite("a"),))])[0]) == "T"


def test_a_bare_document_type_is_no_reason_to_refuse() -> None:
    assert Style.loads("<!DOCTYPE style>\n" + HEAD + CITATION.format("")).uses == frozenset()
