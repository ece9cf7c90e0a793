"""A Typst document to PDF, through the ``typst`` wheel (the extra ``pdf``); no TeX is needed."""

from __future__ import annotations

from collections.abc import Sequence

from publist.errors import OutputError
from publist.output.typst import quoted
from publist.patterns import pattern

# What every installation has: Latin, Greek and Cyrillic, in the fonts that the wheel brings.
_EVERYWHERE = pattern(
    r"[\x00-\u024f\u0300-\u036f\u0386-\u03ce\u0400-\u045f\u1e00-\u1eff\u2000-\u206f\ufe00-\ufe0f]"
)
_IN_NO_FONT = "\U0010fffd"  # for private use
_GLYPH = pattern(r'<use xlink:href="#(\w+)"')
# Scripts with a font that has them, by their first and last letter.
_FONTS = (
    ("\u0530", "\u058f", "Noto Serif Armenian"),
    ("\u0590", "\u05ff", "Noto Serif Hebrew"),
    ("\u0600", "\u077f", "Noto Naskh Arabic"),
    ("\u0900", "\u097f", "Noto Serif Devanagari"),
    ("\u0980", "\u09ff", "Noto Serif Bengali"),
    ("\u0b80", "\u0bff", "Noto Serif Tamil"),
    ("\u0e00", "\u0e7f", "Noto Serif Thai"),
    ("\u10a0", "\u10ff", "Noto Serif Georgian"),
    ("\u3040", "\u30ff", "Noto Serif CJK JP"),
    ("\u1100", "\u11ff", "Noto Serif CJK KR"),
    ("\uac00", "\ud7af", "Noto Serif CJK KR"),
    ("\u2e80", "\u9fff", "Noto Serif CJK SC"),
)


def document(source: str) -> bytes:
    """The compiled document, the same bytes for the same source and fonts.

    Raises OutputError where the wheel is not installed or a template of the user's is no Typst.
    """
    try:
        import typst
    except ModuleNotFoundError as error:
        raise OutputError('PDF files need the typst wheel: pip install "publist[pdf]"') from error
    try:
        compiled = typst.compile(source.encode("utf-8"), format="pdf", timestamp=0)
    except typst.TypstError as error:
        raise OutputError(f"Typst cannot set this document: {error}") from error
    if not isinstance(compiled, bytes):
        raise OutputError("Typst gave no single PDF")
    return compiled


def lacking(text: str, fonts: Sequence[str] = (), *, own_fonts_only: bool = False) -> str:
    """The letters of a text that no font has which Typst finds: a PDF shows a box for each.

    ``fonts`` are those to look in first; with ``own_fonts_only`` the system's fonts count for nothing.  A
    letter that has the same picture as one that no font can have, has none.
    """
    import typst

    letters = sorted({letter for letter in _EVERYWHERE.sub("", text) if letter.isprintable()})
    if not letters:
        return ""
    families = "".join(f"{quoted(font)}, " for font in fonts)
    pages = "#pagebreak()\n".join(f"#text({quoted(letter)})\n" for letter in (_IN_NO_FONT, *letters))
    look = f'#set page(width: auto, height: auto)\n#set text(font: ({families}"Libertinus Serif"))\n'
    made = typst.compile((look + pages).encode("utf-8"), format="svg", ignore_system_fonts=own_fonts_only)
    drawn_pages: list[bytes] = made if isinstance(made, list) else []  # one for each letter
    none, *glyphs = (set(_GLYPH.findall(page.decode("utf-8"))) for page in drawn_pages)
    return "".join(letter for letter, drawn in zip(letters, glyphs, strict=True) if drawn & none)


def font_for(letter: str) -> str:
    """A font that has the letter's script, e.g. ``Noto Serif CJK SC`` for ``漢``."""
    return next((font for first, last, font in _FONTS if first <= letter <= last), "Noto Sans")
