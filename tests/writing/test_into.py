"""Text between markers: what is replaced, what stays, what is refused."""

from __future__ import annotations

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.errors import OutputError
from publist.writing import into

PAGE = b"<html>\n  <!-- publist:begin papers -->\n  <!-- publist:end papers -->\n</html>\n"


def bare(data: bytes) -> bytes:
    """The file without hashes, to compare by eye."""
    return re.sub(rb" hash:[0-9a-f]+", b"", data)


def test_text_stands_between_the_markers_with_their_indentation() -> None:
    assert bare(into.replace(PAGE, "<p>\na\n\nb</p>\n")) == (
        b"<html>\n  <!-- publist:begin papers -->\n  <p>\n  a\n\n  b</p>\n"
        b"  <!-- publist:end papers -->\n</html>\n"
    )


def test_running_again_changes_nothing() -> None:
    once = into.replace(PAGE, "<p>ä</p>\n")
    assert into.replace(once, "<p>ä</p>\n") == once


def test_new_text_replaces_the_old() -> None:
    once = into.replace(PAGE, "old\n")
    assert into.replace(once, "new\n") == into.replace(PAGE, "new\n")


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("<!-- publist:begin x -->", "<!-- publist:end x -->"),
        ("<!--publist:begin x-->", "<!--publist:end x-->"),
        ("{# publist:begin x #}", "{# publist:end x #}"),
        ("{{/* publist:begin x */}}", "{{/* publist:end x */}}"),
        ("{{- /* publist:begin x */ -}}", "{{- /* publist:end x */ -}}"),
        ("{/* publist:begin x */}", "{/* publist:end x */}"),
        ("% publist:begin x", "% publist:end x"),
        ("%% publist:begin x", "%% publist:end x"),
        ("// publist:begin x", "// publist:end x"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_form_of_comment(begin: str, end: str, line_end: str) -> None:
    data = line_end.join(("a", begin, end, "z")).encode()
    once = into.replace(data, "1\n2\n")
    assert bare(once) == line_end.join(("a", begin, "1", "2", end, "z")).encode()
    assert into.replace(once, "1\n2\n") == once
    assert b"hash:" in once


def test_markers_inside_one_line() -> None:
    data = b"<ul><!-- publist:begin x --><!-- publist:end x --></ul>"
    once = into.replace(data, "<li>a</li>")
    assert bare(once) == b"<ul><!-- publist:begin x -->\n<li>a</li>\n<!-- publist:end x --></ul>"
    assert into.replace(once, "<li>a</li>") == once


def test_block_is_chosen_by_name() -> None:
    data = PAGE + PAGE.replace(b"papers", b"talks")
    changed = into.replace(data, "x", name="talks")
    assert changed.startswith(PAGE)
    with pytest.raises(OutputError, match="several blocks; choose one with --block: papers, talks"):
        into.replace(data, "x")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"nothing", "no markers; where the list belongs put <!-- publist:begin NAME -->"),
        (b"<!-- publist:begin a -->", "f:1: has no publist:end a"),
        (b"\n\n<!-- publist:end a -->", "f:3: has no publist:begin a"),
        (
            b"<!-- publist:begin a -->\n" * 2 + b"<!-- publist:end a -->",
            "f:2: publist:begin a stands here a second",
        ),
        (
            b"<!-- publist:begin a --><!-- publist:end a -->\r\n<!-- publist:end a -->",
            "f:2: publist:end a stands",
        ),
        (b"<!-- publist:end a -->\n<!-- publist:begin a -->", "f:1: publist:end a stands before"),
        (b"<!-- publist:begin a -->\n% publist:end a", "another form of comment"),
        (b"x\n<!-- publist:begin -->", "f:2: the marker needs one name"),
        (b"<!-- publist:begin a b -->", "needs one name"),
        ("<!-- publist:begin a -->".encode("utf-16"), "UTF-16"),
    ],
)
def test_faulty_markers_are_named(data: bytes, message: str) -> None:
    with pytest.raises(OutputError) as caught:
        into.replace(data, "x", file="f")
    assert message in str(caught.value)


MARKERS = b"<!-- publist:begin a -->\n<!-- publist:end a -->\n"


@pytest.mark.parametrize(
    ("data", "name", "report"),
    [
        (
            b"",
            "",
            "f: error: has no markers; where the list belongs put <!-- publist:begin NAME -->"
            " and <!-- publist:end NAME -->",
        ),
        (
            b"",
            "cv",
            "f: error: has no markers for cv;"
            " put in <!-- publist:begin NAME --> and <!-- publist:end NAME -->",
        ),
        (MARKERS * 2 + PAGE, "cv", "f: error: has no markers for cv; there are: a, papers"),
        (MARKERS + PAGE, "", "f: error: has several blocks; choose one with --block: a, papers"),
        (b"\xff\xfe", "a", "f: error: is in UTF-16; save it as UTF-8"),
        (b"\xfe\xff", "a", "f: error: is in UTF-16; save it as UTF-8"),
        (PAGE + MARKERS[:25], "a", "f:5: error: has no publist:end a for this marker"),
        (
            MARKERS[25:] * 2 + MARKERS,
            "",
            "f:2: error: publist:end a stands here a second time, after line 1",
        ),
        (
            b"\n" + MARKERS[25:] + MARKERS[:25],
            "",
            "f:2: error: publist:end a stands before its publist:begin",
        ),
        (
            b"\r" + MARKERS[:25] + b"% publist:end a",
            "",
            "f:3: error: publist:end a is in another form of comment than its publist:begin",
        ),
        (
            MARKERS[:25] + PAGE + MARKERS[25:],
            "a",
            "f:3: error: publist:begin papers stands inside the block a",
        ),
        (b"\n<!-- publist:end -->", "", "f:2: error: the marker needs one name: publist:end NAME"),
        (
            MARKERS.replace(b"a -->\n", b"a hash:0000 -->\nx", 1),
            "a",
            "f:1: error: the block a was edited by hand since publist wrote it;"
            " move the edit elsewhere, or write over it with --force",
        ),
        (
            MARKERS.replace(b"a -->", b"list -->"),
            "",
            "f: error: the list itself holds a publist marker; it would end the block",
        ),
        (
            b"% publist:begin a\n% publist:end a\n\xe4",
            "",
            "f: error: is in iso8859-1, which has no '\u0160' (U+0160); save the file as UTF-8",
        ),
    ],
)
def test_a_refusal_has_file_line_and_what_to_do(data: bytes, name: str, report: str) -> None:
    with pytest.raises(OutputError) as caught:
        into.replace(data, "\u0160<!-- publist:end list -->", name=name, file="f")
    assert caught.value.report == report


def test_overlapping_blocks_are_refused() -> None:
    data = b"% publist:begin a\n% publist:begin b\n% publist:end a\n% publist:end b\n"
    with pytest.raises(OutputError, match="f:2: publist:begin b stands inside the block a"):
        into.replace(data, "x", name="a", file="f")


def test_unknown_name_lists_what_is_there() -> None:
    with pytest.raises(OutputError, match="no markers for cv; there are: papers"):
        into.replace(PAGE, "x", name="cv")


def test_block_edited_by_hand_needs_force() -> None:
    once = into.replace(PAGE, "<p>mine</p>")
    edited = once.replace(b"mine", b"mine, by hand")
    with pytest.raises(OutputError, match="f:2: the block papers was edited by hand"):
        into.replace(edited, "<p>mine</p>", file="f")
    assert into.replace(edited, "<p>mine</p>", force=True) == once


def test_other_line_ends_and_indentation_are_no_edit() -> None:
    once = into.replace(PAGE, "<p>\nmine</p>")
    checked_out = once.replace(b"\n", b"\r\n").replace(b"  ", b"\t")
    assert into.replace(checked_out, "<p>\nmine</p>") == checked_out


def test_byte_order_mark_stays_and_is_no_indentation() -> None:
    data = b"\xef\xbb\xbf<!-- publist:begin a -->\n<!-- publist:end a -->\n"
    assert bare(into.replace(data, "ü")) == (
        b"\xef\xbb\xbf<!-- publist:begin a -->\n\xc3\xbc\n<!-- publist:end a -->\n"
    )


def test_latin_1_page_gets_character_references_for_what_it_lacks() -> None:
    data = '<meta charset="iso-8859-1"><p>Köln</p>\n<!-- publist:begin a -->\n<!-- publist:end a -->'.encode(
        "latin-1"
    )
    changed = into.replace(data, "ü – 王")
    assert "<p>Köln</p>".encode("latin-1") in changed
    assert b"\n\xfc &#8211; &#29579;\n" in changed
    assert into.replace(changed, "ü – 王") == changed


def test_page_in_an_unknown_encoding_gets_ascii() -> None:
    data = b"\xd4\n<!-- publist:begin a -->\n<!-- publist:end a -->"
    assert b"\xd4\n" in into.replace(data, "ü")
    assert b"\n&#252;\n" in into.replace(data, "ü")


@pytest.mark.parametrize(
    ("head", "written"),
    [
        (b"<meta charset=iso-8859-1>", b"\xfc &#8211;"),
        (b"<META content='text/html; charset = \"ISO-8859-1\"'>", b"\xfc &#8211;"),
        (b"<?xml version='1.0' encoding='iso-8859-1'?>", b"\xfc &#8211;"),
        (b" " * 2000 + b"<meta charset=latin1>", b"\xfc &#8211;"),
        (b" " * 2048 + b"<meta charset=latin1>", b"\xc3\xbc \xe2\x80\x93"),
        (b"<meta charset=utf-8>", b"\xc3\xbc \xe2\x80\x93"),
        (b"<meta charset=utf-16>", b"\xc3\xbc \xe2\x80\x93"),
        (b"<meta charset=none>", b"\xc3\xbc \xe2\x80\x93"),
        ("<meta charset=iso-8859-1>ü".encode(), b"\xc3\xbc \xe2\x80\x93"),
        (b"<meta charset=none>\xfc", b"&#252; &#8211;"),
        (b"<meta charset=utf-8>\xfc", b"&#252; &#8211;"),
    ],
)
def test_a_page_is_written_in_the_encoding_that_it_declares(head: bytes, written: bytes) -> None:
    """Oracle: HTML, 13.2.3.2, which looks at the first 1024 bytes; here twice as many."""
    assert b"\n" + written + b"\n" in into.replace(head + b"\n" + MARKERS, "ü –")


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"a\r\n<!-- publist:begin a --><!-- publist:end a -->", b"\r\n"),
        (b"a\r\n<!-- publist:begin a -->\n<!-- publist:end a -->", b"\n"),
        (b"a\n<!-- publist:begin a -->\r\n<!-- publist:end a -->", b"\r\n"),
        (b"<!-- publist:begin a --><!-- publist:end a -->", b"\n"),
    ],
)
def test_lines_end_as_the_line_of_the_marker(data: bytes, wanted: bytes) -> None:
    assert wanted.join((b" -->", b"1", b"2", b"<!--")) in into.replace(data, "1\n2")


@pytest.mark.parametrize(
    "before", [b"\t", b"  <p>\n \t", b"  <p>\r ", b"x\r\r\n  ", b"x\n\r\t", b"a\nb\nc\n "]
)
def test_lines_are_indented_as_the_marker_is(before: bytes) -> None:
    indent = re.split(rb"[\r\n]", before)[-1]
    data = before + b"<!-- publist:begin a -->\n\t\t<!-- publist:end a -->"
    assert into.replace(data, "\nX1\n\n2X\n\n").endswith(
        b" -->\n" + indent + b"X1\n\n" + indent + b"2X\n\t\t<!-- publist:end a -->"
    )


def test_behind_a_text_the_marker_is_no_indentation() -> None:
    data = b" X <!-- publist:begin a --> X <!-- publist:end a -->"
    assert into.replace(data, "1").endswith(b"-->\n1\n<!-- publist:end a -->")


def test_an_empty_list_leaves_an_empty_block() -> None:
    assert bare(into.replace(PAGE, "\n")) == PAGE


def test_the_hash_is_that_of_the_lines_without_their_blanks() -> None:
    """Oracle: the digest by hand, so that blocks of older versions are still known."""
    digest = hashlib.sha256("<p>\nä b\n</p>".encode()).hexdigest()[:12]
    once = into.replace(PAGE, "<p>\n\n  ä b\n</p>\n")
    assert f"<!-- publist:begin papers hash:{digest} -->".encode() in once
    with_old = once.replace(digest.encode(), b"00")
    again = into.replace(with_old, "<p>\n\n  ä b\n</p>\n", force=True)
    assert again == once


def test_a_name_that_is_a_part_of_the_markers_words_gets_its_hash_behind_it() -> None:
    data = b"% publist:begin begin\n% publist:end begin"
    assert re.match(rb"% publist:begin begin hash:[0-9a-f]{12}\n", into.replace(data, "x"))


@pytest.mark.parametrize("name", ["a-b", "a.b", "3", "ä", "a_b"])
def test_names_of_blocks_are_words_with_dots_and_hyphens(name: str) -> None:
    (begin,) = into.markers(f"\n<!--\tpublist:begin\t{name}\thash:0a -->".encode())
    assert (begin.edge, begin.name, begin.hash, begin.line) == ("begin", name, "0a", 2)


def test_latin_1_tex_file_refuses_what_it_lacks() -> None:
    data = "Köln\n% publist:begin a\n% publist:end a\n".encode("latin-1")
    assert b"\n\xfc\n" in into.replace(data, "ü")
    with pytest.raises(OutputError, match=r"has no '王' \(U\+738B\); save the file as UTF-8"):
        into.replace(data, "王")


def test_text_with_a_marker_of_its_own_is_refused() -> None:
    with pytest.raises(OutputError, match="itself holds a publist marker"):
        into.replace(PAGE, "<!-- publist:end papers -->")


def test_escaped_percent_sign_and_urls_are_no_markers() -> None:
    data = rb"\% publist:begin a" + b"\nhttps://publist:begin a\n"
    assert not list(into.markers(data))


BYTES = st.binary(max_size=30).filter(
    lambda data: b"publist:" not in data and data[:2] not in (b"\xff\xfe", b"\xfe\xff")
)


@given(
    BYTES,
    BYTES,
    st.sampled_from([b"\n", b"\r\n"]),
    st.text(st.characters(codec="ascii", categories="L"), max_size=9),
)
def test_every_other_byte_stays(before: bytes, after: bytes, line_end: bytes, text: str) -> None:
    start = before + line_end + b"  <!-- publist:begin a"
    end = b"<!-- publist:end a -->" + after
    data = start + b" -->" + line_end + end
    changed = into.replace(data, text)
    assert changed.startswith(start)
    assert changed.endswith(end)
    assert into.replace(changed, text) == changed


TOKENS = st.sampled_from(
    [
        b"<!-- publist:begin a -->", b"<!-- publist:end a -->", b"% publist:begin a", b"% publist:end a",
        b"<!-- publist:begin b hash:00 -->", b"{# publist:end b #}",
        b"\n", b"\r\n", b"\r", b"  ", b"x", b"\xff", b"-->", b"publist:",
    ]
)  # fmt: skip


def test_what_is_replaced_does_not_tell_the_encoding() -> None:
    once = into.replace(b"<!-- publist:begin a -->\xff<!-- publist:end a -->", "\u00e9")
    assert "\u00e9".encode() in once
    assert into.replace(once, "\u00e9") == once


@given(st.lists(TOKENS, max_size=12).map(b"".join), st.text("a\n <%é", max_size=8), st.booleans())
def test_any_file_is_filled_for_good_or_refused(data: bytes, text: str, force: bool) -> None:
    try:
        once = into.replace(data, text, force=force)
    except OutputError:
        return
    assert into.replace(once, text) == once
    block, now = into.find(data, "", "f"), into.find(once, "", "f")
    assert once[: now.begin.start] == data[: block.begin.start]
    assert once[now.end.start :] == data[block.end.start :]
