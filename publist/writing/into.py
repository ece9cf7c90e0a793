"""Put a text between the markers of a file; a pure function on the file's bytes.

    <!-- publist:begin papers -->
    <!-- publist:end papers -->

The comment may be that of HTML and Markdown, of Jinja (``{# … #}``), of Hugo's templates
(``{{/* … */}}``), of MDX (``{/* … */}``), of LaTeX (``% …``) or of Typst (``// …``).  The begin marker gets
a short hash of what was put below it, so that a block that was edited by hand since is noticed.

Everything outside the block stays as it is, byte for byte: the encoding, the line ends, the indentation.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Callable, Iterator

from publist.errors import OutputError
from publist.patterns import pattern
from publist.records import NamedTuple

# Comment forms that end with a sign, and those that end with the line.
_CLOSED = (
    (rb"<!--", rb"-->"),
    (rb"\{#", rb"#\}"),
    (rb"\{\{-?\s?/\*", rb"\*/\s?-?\}\}"),
    (rb"(?<!\{)\{/\*", rb"\*/\}"),
)
_TO_LINE_END = (rb"(?<!\\)%+", rb"(?<![:/])//+")
_WORDS = rb"[ \t]*publist:(?P<edge>begin|end)\b(?P<words>[^\r\n]*?)[ \t]*"
_MARKERS = tuple(
    (form, pattern(form + _WORDS + end))
    for form, end in (*_CLOSED, *((form, rb"(?=\r\n|\r|\n|\Z)") for form in _TO_LINE_END))
)
_ARGUMENTS = pattern(r"(?P<name>[\w.-]+)(?:\s+hash:(?P<hash>[0-9a-f]+))?")
_LINE_END = pattern(rb"\r\n|\r|\n")
_CHARSET = pattern(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I
)
_HASH_LENGTH = 12  # hexadecimal digits


class Marker(NamedTuple):
    """A marker: ``start`` and ``end`` are offsets in bytes, ``line`` counts from 1."""

    form: bytes
    edge: str
    name: str
    hash: str
    start: int
    end: int
    line: int


class MarkerPair(NamedTuple):
    """A pair of markers of one name."""

    begin: Marker
    end: Marker


def replace(data: bytes, text: str, *, name: str = "", file: str = "", force: bool = False) -> bytes:
    """The file's bytes with ``text`` in the block ``name`` ("" is the only block there is).

    Raises OutputError, with file and line, where markers are missing, unbalanced or doubled, where the
    block was edited by hand (unless ``force``), and where the file's encoding lacks a character.
    """
    block = find(data, name, file)
    if not force:
        _refuse_edited(data, block, file)
    written = _fitted(data, block, text, file)
    begin = data[block.begin.start : block.begin.end]
    result = b"".join(
        (data[: block.begin.start], _with_hash(begin, block.begin, written), written, data[block.end.start :])
    )
    if len(list(markers(result))) != len(list(markers(data))):
        raise OutputError("the list itself holds a publist marker; it would end the block", file=file)
    return result


def find(data: bytes, name: str, file: str) -> MarkerPair:
    """The block of this name.  Raises OutputError that says what is missing, unbalanced or doubled."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise OutputError("is in UTF-16; save it as UTF-8", file=file)
    found = list(markers(data))
    name = name or _only_name(found, file)
    mine = [marker for marker in found if marker.name == name]
    begins = [marker for marker in mine if marker.edge == "begin"]
    ends = [marker for marker in mine if marker.edge == "end"]
    if not mine:
        names = ", ".join(dict.fromkeys(marker.name for marker in found if marker.name))
        there = (
            f"there are: {names}"
            if names
            else "put in <!-- publist:begin NAME --> and <!-- publist:end NAME -->"
        )
        raise OutputError(f"has no markers for {name}; {there}", file=file)
    for edge, some in (("begin", begins), ("end", ends)):
        if not some:
            raise OutputError(f"has no publist:{edge} {name} for this marker", file=file, line=mine[0].line)
        if len(some) > 1:
            message = f"publist:{edge} {name} stands here a second time, after line {some[0].line}"
            raise OutputError(message, file=file, line=some[1].line)
    begin, end = begins[0], ends[0]
    if end.start < begin.end:
        raise OutputError(f"publist:end {name} stands before its publist:begin", file=file, line=end.line)
    if begin.form != end.form:
        message = f"publist:end {name} is in another form of comment than its publist:begin"
        raise OutputError(message, file=file, line=end.line)
    for marker in found:
        if begin.end <= marker.start < end.start:
            message = f"publist:{marker.edge} {marker.name} stands inside the block {name}"
            raise OutputError(message, file=file, line=marker.line)
    return MarkerPair(begin, end)


def markers(data: bytes) -> Iterator[Marker]:
    """All markers in the order of the file; one whose name cannot be read has the name ""."""
    if b"publist:" not in data:
        return
    found = [(match, form) for form, pattern in _MARKERS for match in pattern.finditer(data)]
    for match, form in sorted(found, key=lambda pair: pair[0].start()):
        arguments = _ARGUMENTS.fullmatch(match["words"].decode("utf-8", "replace").strip())
        yield Marker(
            form,
            match["edge"].decode(),
            arguments["name"] if arguments else "",
            (arguments["hash"] or "") if arguments else "",
            match.start(),
            match.end(),
            1 + len(_LINE_END.findall(data, 0, match.start())),
        )


def _only_name(found: list[Marker], file: str) -> str:
    for marker in found:
        if not marker.name:
            message = f"the marker needs one name: publist:{marker.edge} NAME"
            raise OutputError(message, file=file, line=marker.line)
    names = list(dict.fromkeys(marker.name for marker in found))
    if not names:
        raise OutputError(
            "has no markers; where the list belongs put"
            " <!-- publist:begin NAME --> and <!-- publist:end NAME -->",
            file=file,
        )
    if len(names) > 1:
        raise OutputError(f"has several blocks; choose one with --block: {', '.join(names)}", file=file)
    return names[0]


def _refuse_edited(data: bytes, block: MarkerPair, file: str) -> None:
    if block.begin.hash and block.begin.hash != _hash(data[block.begin.end : block.end.start]):
        message = (
            f"the block {block.begin.name} was edited by hand since publist wrote it;"
            " move the edit elsewhere, or write over it with --force"
        )
        raise OutputError(message, file=file, line=block.begin.line)


def _hash(between: bytes) -> str:
    # Line ends and blanks around lines do not count: git and editors change them unasked.
    lines = (line.strip() for line in _LINE_END.split(between))
    return hashlib.sha256(b"\n".join(line for line in lines if line)).hexdigest()[:_HASH_LENGTH]


def _with_hash(begin: bytes, marker: Marker, written: bytes) -> bytes:
    """The begin marker with the block's new hash; its own spelling stays."""
    digest = _hash(written).encode()
    if marker.hash:
        return begin.replace(b"hash:" + marker.hash.encode(), b"hash:" + digest, 1)
    name = marker.name.encode()
    at = begin.index(name, begin.index(b"publist:begin") + len(b"publist:begin")) + len(name)
    return begin[:at] + b" hash:" + digest + begin[at:]


def _fitted(data: bytes, block: MarkerPair, text: str, file: str) -> bytes:
    """The text as it stands between the markers: in the file's encoding, line ends and indentation."""
    line_end = _line_end(data, block.begin)
    before = _before(data, block.begin.start)
    indent = before if not before.strip(b" \t") else b""
    lines = text.strip("\n").split("\n") if text.strip("\n") else []
    around = (
        data[: block.begin.end] + data[block.end.start :]
    )  # what is replaced says nothing of the encoding
    encode = _encoder(around, block.begin.form == _CLOSED[0][0], file)
    written = [indent + encode(line) if line.strip() else b"" for line in lines]
    before_end = _before(data, block.end.start)
    last = before_end if not before_end.strip(b" \t") else indent
    return line_end + b"".join(line + line_end for line in written) + last


def _before(data: bytes, at: int) -> bytes:
    """What stands before the offset in its line."""
    start = max(data.rfind(b"\n", 0, at), data.rfind(b"\r", 0, at)) + 1
    if start == 0 and data.startswith(codecs.BOM_UTF8):
        start = len(codecs.BOM_UTF8)
    return data[start:at]


def _line_end(data: bytes, begin: Marker) -> bytes:
    """The line end after the marker, else the first one in the file, else a line feed."""
    match = _LINE_END.search(data, begin.end) or _LINE_END.search(data)
    return match[0] if match else b"\n"


def _encoder(data: bytes, is_html: bool, file: str) -> Callable[[str], bytes]:  # noqa: FBT001 - one caller
    """A line in the file's encoding; in HTML, characters that it lacks become character references."""
    encoding = _encoding(data, is_html)
    if is_html and encoding != "utf-8":
        return lambda line: line.encode(encoding, "xmlcharrefreplace")

    def encode(line: str) -> bytes:
        try:
            return line.encode(encoding)
        except UnicodeEncodeError as error:
            missing = line[error.start]
            message = (
                f"is in {encoding}, which has no {missing!r} (U+{ord(missing):04X}); save the file as UTF-8"
            )
            raise OutputError(message, file=file) from error

    return encode


def _encoding(data: bytes, is_html: bool) -> str:  # noqa: FBT001 - one caller
    """UTF-8 if the file is UTF-8, else the encoding that the page declares, else a harmless guess."""
    try:
        is_ascii = data.decode().isascii()
    except UnicodeDecodeError:
        # The encoding is unknown, but ASCII is enough for an HTML page.
        return _declared(data) or ("ascii" if is_html else "iso8859-1")
    return (_declared(data) or "utf-8") if is_ascii else "utf-8"


def _declared(data: bytes) -> str:
    declared = _CHARSET.search(data[:2048])
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name if declared else ""
    except LookupError:
        return ""
    return "" if name.startswith("utf") else name
