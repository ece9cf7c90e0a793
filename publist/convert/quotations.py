"""Straight quotation marks whose pairs styles do not see."""

from __future__ import annotations

import itertools

from publist.patterns import pattern
from publist.richtext import Node, Text, plain, rewrite, simplified

_PULLED = pattern(r'(?<=[^\W\d_])" (?=\w)|(?:^|\s)" ')
_STRAIGHT = pattern('"')
_INCHES = pattern(r"\d\"(?!\s*$)")
_GLUED_QUOTE = pattern(r"(?<=[^\W\d_])“")


def paired(text: Text) -> Text:
    """Straight quotation marks as pairs where blanks or braces part them: Scholar's ``picture" On X"``."""
    words = plain(text)
    if '"' not in words or words.count('"') % 2 or _INCHES.search(words):
        return text
    if isinstance(text, str) and not _PULLED.search(words):
        return text
    signs = itertools.cycle("“”")

    def curled(node: Node) -> tuple[Node, ...]:
        if not isinstance(node, str):
            return (node,)
        return (_GLUED_QUOTE.sub(" “", _STRAIGHT.sub(lambda _: next(signs), node)),)

    return simplified(rewrite(text, curled))
