"""XML as a small tree of elements that know their lines.

Nothing of a document is trusted: one whose document type says more than a name is refused before an entity of
it is read, and nothing is fetched.  Python's own expat does the reading; importing lxml takes longer than
reading a style.
"""

from __future__ import annotations

from pathlib import Path
from xml.parsers import expat

from publist.errors import StyleError
from publist.patterns import pattern

_CSL = "http://purl.org/net/xbiblio/csl"
_DEEPEST = 200
_END_OF_INFO = pattern(rb"</(?:[\w.-]+:)?info\s*>")


_LARGEST = 5_000_000  # the largest of 10,000 styles has some 200,000


class XmlElement:
    """An element, e.g. ``<text macro="author"/>`` in line 12.

    ``name`` has no namespace; ``is_csl`` tells whether that is CSL's.  ``attributes`` are by name, those in a
    namespace by its address, ``}`` and name.  ``text`` is what stands before the first child.
    """

    __slots__ = ("attributes", "children", "get", "is_csl", "line", "name", "text")

    def __init__(self, name: str, attributes: dict[str, str], line: int) -> None:
        namespace, _, self.name = name.rpartition("}")
        self.is_csl = namespace == _CSL
        self.attributes = attributes
        self.get = attributes.get
        self.line = line
        self.text = ""
        self.children: list[XmlElement] = []


def read(path: Path) -> bytes:
    """The bytes of a file.  Raises StyleError for one that cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise StyleError(f"cannot be read: {error.strerror or error}", file=str(path)) from error


def parse(xml: str | bytes, file: str) -> XmlElement:
    """The root of a document.  Raises StyleError for what is no XML, has a document type or is too deep."""
    return _parse(xml, file, whole=True)


def parse_head(xml: bytes, file: str) -> XmlElement:
    """The root of a style with what stands before the end of its ``<info>``; raises as :func:`parse` does."""
    end = _END_OF_INFO.search(xml)
    return _parse(xml[: end.end()], file, whole=False) if end else parse(xml, file)


def _parse(xml: str | bytes, file: str, *, whole: bool) -> XmlElement:
    if len(xml) > _LARGEST:
        raise StyleError(f"is longer than {_LARGEST:,} bytes: no style or locale is", file=file)
    parser = expat.ParserCreate("utf-8" if isinstance(xml, str) else None, namespace_separator="}")
    parser.buffer_text = True
    root = XmlElement("", {}, 0)
    opened = [root]

    def refuse(message: str) -> StyleError:
        return StyleError(message, file=file, line=parser.CurrentLineNumber)

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(opened) > _DEEPEST:
            raise refuse(f"more than {_DEEPEST} elements stand inside one another; write it flatter")
        element = XmlElement(name, attributes, parser.CurrentLineNumber)
        opened[-1].children.append(element)
        opened.append(element)

    def end(_name: str) -> None:
        opened.pop()

    def text(data: str) -> None:
        if not opened[-1].children:
            opened[-1].text += data

    def document_type(_name: str, system: str | None, public: str | None, inside: bool) -> None:  # noqa: FBT001 - expat's signature
        if system or public or inside:
            raise refuse("a style must not have a document type of its own; remove <!DOCTYPE …>")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = document_type
    try:
        parser.Parse(xml, whole)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise StyleError(f"this is not XML: {reason}", file=file, line=error.lineno) from error
    except (LookupError, ValueError) as error:  # of an encoding that Python or expat does not know
        raise StyleError(f"this is not XML: {error}; save it as UTF-8", file=file, line=1) from error
    return root.children[0]
