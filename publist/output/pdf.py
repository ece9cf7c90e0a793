"""A Typst document to PDF, through the ``typst`` wheel (the extra ``pdf``); no TeX is needed."""

from __future__ import annotations

from publist.errors import OutputError


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
