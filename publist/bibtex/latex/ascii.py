"""What TeX prints for quotes, dashes and ties typed in ASCII."""

from __future__ import annotations

from publist.patterns import pattern

_LIGATURES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’"), ("~", "\u00a0"))
_OPENED_LOW = pattern(r"(?<!\S),,(?=\w)")
_OPENED_SPANISH = pattern(r"(?<!\S)[?!]`(?=\w)")
_CLOSED_STRAIGHT = pattern(r"“([^“”\"]*)\"")


def ligatures(text: str) -> str:
    """Typographic quotes and dashes, e.g. ``10--20`` as ``10–20``; ``~`` is a no-break space.

    TeX prints ``"`` as a closing quotation mark, which people type to close what two grave accents opened.
    """
    if ",," in text:
        text = _OPENED_LOW.sub("„", text)
    if "'" in text or "--" in text or "`" in text or "~" in text:
        if "`" in text:
            text = _OPENED_SPANISH.sub(lambda match: "¿" if match[0][0] == "?" else "¡", text)
        for typed, meant in _LIGATURES:
            text = text.replace(typed, meant)
        if '"' in text:
            text = _CLOSED_STRAIGHT.sub(r"“\1”", text)
    return text
