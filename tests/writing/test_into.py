"""Text between markers: what is replaced, what stays, what is refused."""

from __future__ import annotations

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
    block, now = into.find(data), into.find(once)
    assert once[: now.begin.start] == data[: block.begin.start]
    assert once[now.end.start :] == data[block.end.start :]
