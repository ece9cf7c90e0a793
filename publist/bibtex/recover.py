r"""Read one broken entry: keep what can be kept, and say what is wrong and in which line.

The splitter gives up on an entry at its first defect, or swallows a field.  :func:`recover` reads the
entry again, up to three times: by BibTeX's own rules, with ``\{`` and ``\"`` as people mean them, and
with values that run over the next field cut before it.  The reading with the fewest defects wins.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from publist import rules
from publist.bibtex.scan import NAME, closing_brace, closing_quote, skip_space
from publist.patterns import pattern
from publist.problems import Rule

# What can only be the start of the next entry: at a line's start, with a field behind the key.
_NEXT_ENTRY = pattern(
    r"""^[ \t]*@[ \t]*(?:
        (?:article|book|inproceedings|incollection|inbook|conference|misc|phdthesis|mastersthesis
           |techreport|unpublished|proceedings|manual|online|thesis|report|string|preamble|comment)\s*[{(]
      | [A-Za-z]\w*\s*[{(]\s*(?:[^\s,={}"]+[ \t]*[,\n]\s*)?[\w:.+-]+\s*=
    )""",
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)
_FIELD_START = pattern(r"""\s*+([^\s"#%'(),={}@\\][^"#%(),={}@\\\n]*+)\s*+=""")
# title {A}, title : {A}
_NO_EQUALS = pattern(r"""([A-Za-z][\w:+-]*+)\s*+:?\s*+(?=[{"])""")
_MAX_UNCLOSED = 10
# A field that starts on a new line inside a value: the value was never closed.
_SWALLOWED_FIELD = pattern(
    r"""\n[ \t]*[A-Za-z][\w:+-]*[ \t]*=[ \t]*(?:[{"]|\d+\s*[,}\n]|[a-z]{3}\s*[,}\n])"""
)
# What follows an entry's end if that was no end but one brace too many.
AFTER_EXTRA_BRACE = pattern(r"""\s*,\s*[A-Za-z][\w:+-]*\s*=\s*[{"\w]""")
_REST = pattern(r"[^,\n{}()=]*")


class Defect(NamedTuple):
    """What is wrong at one offset, e.g. a missing comma at 31; ``weight`` ranks readings."""

    rule: Rule
    offset: int
    message: str
    weight: int = 1


class RawField(NamedTuple):
    """A field's name as typed, and the offsets of its name and of its value with delimiters.

    ``text`` is the value itself where it cannot be had from its typed form by BibTeX's rules.
    """

    name: str
    start: int
    value_start: int
    end: int
    text: str | None = None


class Reading:
    """One reading of an entry: its key, fields and defects, and where it ends."""

    def __init__(self) -> None:
        self.key = ""
        self.fields: list[RawField] = []
        self.defects: list[Defect] = []
        self.end = 0

    @property
    def weight(self) -> int:
        """How broken the entry is in this reading; 0 is not at all."""
        return sum(defect.weight for defect in self.defects)


def next_entry(text: str, at: int) -> int:
    """The offset of the next line that can only begin an entry; the text's length if there is none."""
    match = _NEXT_ENTRY.search(text, at)
    return text.index("@", match.start()) if match else len(text)


# How to read an entry that BibTeX's own rules break: the policies, the character without which they
# change nothing, and what is to be said where one of them helps.
_POLICIES = (
    ({"escapes": True}, "\\", rules.ESCAPED_DELIMITER),
    ({"loose": True}, '"', rules.INNER_QUOTES),
    ({"cut": True}, "=", None),
    ({"escapes": True, "cut": True}, "\\", rules.ESCAPED_DELIMITER),
)
_HINTS = {
    rules.ESCAPED_DELIMITER: "BibTeX itself reads the brace or quote behind a backslash otherwise; brace it",
    rules.INNER_QUOTES: "BibTeX itself ends the value at the first inner quote; put the value in braces",
}


def recover(text: str, opening: int, limit: int) -> Reading:
    """The best reading of the entry whose ``{`` or ``(`` stands at ``opening``; it ends before ``limit``."""
    best = _Reader(text, opening, limit).read()
    hint: Rule | None = None
    for policy, needed, rule in _POLICIES:
        if not best.weight:
            break
        if text.find(needed, opening, limit) >= 0:
            reading = _Reader(text, opening, limit, **policy).read()
            if reading.weight < best.weight:
                best, hint = reading, rule
    if hint:
        best.defects.append(Defect(hint, opening, _HINTS[hint], 0))
    return best


class _Reader:
    def __init__(
        self,
        text: str,
        opening: int,
        limit: int,
        *,
        escapes: bool = False,
        loose: bool = False,
        cut: bool = False,
    ) -> None:
        self.text = text
        self.limit = limit
        self.at = opening + 1
        self.closing = ")" if text[opening] == "(" else "}"
        self.escapes = escapes
        self.loose = loose
        self.cut = cut
        self.unclosed = 0
        self.commas = 0  # how many were read since the last field
        self.reading = Reading()

    def read(self) -> Reading:
        self._key()
        while not self._ended():
            self._field()
        self.reading.end = self.at
        return self.reading

    def defect(self, rule: Rule, offset: int, message: str, weight: int = 1) -> None:
        self.reading.defects.append(Defect(rule, offset, message, weight))

    def _key(self) -> None:
        start = skip_space(self.text, self.at, self.limit)
        stops = re.compile(rf'[,={{"\n{re.escape(self.closing)}]')
        match = stops.search(self.text, start, self.limit)
        stop = match.start() if match else self.limit
        key = self.text[start:stop].strip()
        found = self.text[stop : stop + 1] if match else ""
        if found == "\n":
            following = skip_space(self.text, stop, self.limit)
            if self.text[following : following + 1] == ",":
                stop, found = following, ","
            elif self.text[following : following + 1] == self.closing:
                stop, found = following, self.closing
        if found in ("=", "{", '"') or (not key and found == ","):
            self.defect(rules.MISSING_KEY, start, "the entry has no key; add one after the opening brace")
            self.at = stop + 1 if found == "," else start
            return
        self.reading.key = key
        self.at = stop
        if found == ",":
            self.at = stop + 1
            self.commas = 1
        elif found == "\n" and key:
            self.defect(rules.MISSING_COMMA, stop, f"no comma after the key {key}; add one")

    def _ended(self) -> bool:
        """Go to the next field; True at the end of the entry, which is then behind us."""
        while True:
            self.at = skip_space(self.text, self.at, self.limit)
            found = self.text[self.at] if self.at < self.limit else ""
            if not found:
                message = f"the entry is not closed; add a {self.closing} behind this line"
                self.defect(rules.UNBALANCED_BRACES, self._last(self.limit), message, 4)
                return True
            if found == ",":
                self.commas += 1
                if self.commas == 2:
                    self.defect(rules.EXTRA_COMMA, self.at, "a comma too many; remove it", 0)
                self.at += 1
            elif found == "%":
                newline = self.text.find("\n", self.at, self.limit)
                self.at = self.limit if newline < 0 else newline
            elif found in "})":
                if found == self.closing and not AFTER_EXTRA_BRACE.match(self.text, self.at + 1, self.limit):
                    self.at += 1
                    return True
                self.defect(rules.UNBALANCED_BRACES, self.at, f"one {found} too many; remove it", 3)
                self.at += 1
            else:
                return False

    def _last(self, end: int) -> int:
        """The offset of the last character before ``end`` that is no white space."""
        while end > 1 and self.text[end - 1].isspace():
            end -= 1
        return max(end - 1, 0)

    def _field(self) -> None:
        self.commas = 0
        match = _FIELD_START.match(self.text, self.at, self.limit)
        if match is None:
            match = _NO_EQUALS.match(self.text, self.at, self.limit)
            if match is None:
                self._lost_text()
                return
            self.defect(rules.MISSING_EQUALS, match.end(1), f"no = behind {match[1]}; add one")
        start = match.start(1)
        name = match[1].rstrip()
        value_start = skip_space(self.text, match.end(), self.limit)
        self.at = value_start
        text = self._value(name)
        end = self.at
        while end > value_start and self.text[end - 1].isspace():
            end -= 1
        if not NAME.fullmatch(name):
            message = f"a field's name cannot hold spaces: {name!r}; join the words"
            self.defect(rules.FIELD_NAME, start, message, 0)
        self.reading.fields.append(self._behind(RawField(name, start, value_start, end, text)))

    def _value(self, name: str) -> str | None:
        """Move behind the value: pieces joined by ``#``.  Its text, where it had to be guessed."""
        start = self.at
        while True:
            found = self.text[self.at] if self.at < self.limit else ""
            if found in ("{", '"'):
                close = self._close(found)
                swallowed = _SWALLOWED_FIELD.search(self.text, self.at, self.limit if close < 0 else close)
                if close < 0 or (self.cut and swallowed):
                    return self._cut_value(name, swallowed.start() if swallowed else self._block_end())
                self.at = close + 1
            elif found and found not in ",})":
                match = NAME.match(self.text, self.at, self.limit)
                self.at = match.end() if match else self.at + 1
            else:
                break
            following = skip_space(self.text, self.at, self.limit)
            if following >= self.limit or self.text[following] != "#":
                break
            self.at = skip_space(self.text, following + 1, self.limit)
        quoted = self.loose and self.text[start : start + 1] == '"'
        return self.text[start + 1 : self.at - 1] if quoted else None

    def _close(self, opening: str) -> int:
        if opening == "{":
            return closing_brace(self.text, self.at, self.limit, escapes=self.escapes)
        return closing_quote(self.text, self.at, self.limit, escapes=self.escapes, loose=self.loose)

    def _cut_value(self, name: str, end: int) -> str:
        self.unclosed += 1
        text = self.text[self.at + 1 : end].rstrip(", \t\r\n")
        self.defect(rules.UNBALANCED_BRACES, self.at, f"the value of {name} is not closed; close it", 3)
        # Each unclosed value was sought to the entry's end: in a file of open braces that must stop.
        self.at = end if self.unclosed < _MAX_UNCLOSED else self.limit
        return text

    def _block_end(self) -> int:
        """Where an unclosed value ends at the latest: before the entry's last closing brace."""
        end = self._last(self.limit) + 1
        return end - 1 if end > self.at + 1 and self.text[end - 1] == self.closing else end

    def _behind(self, field: RawField) -> RawField:
        """The field with what stands between its value and the next comma, where that belongs to it."""
        at = skip_space(self.text, self.at, self.limit)
        found = self.text[at] if at < self.limit else ""
        if found in ("", ",", "%", "}", ")"):
            return field
        if _FIELD_START.match(self.text, at, self.limit):
            if field.text is None or self.loose:
                message = f"no comma after the value of {field.name}; add one"
                self.defect(rules.MISSING_COMMA, max(field.end - 1, 0), message)
            return field
        value = self.text[field.value_start : field.end]
        rest = self._skip_junk(at)
        if value[:1] in ('"', "{"):
            message = f"text after the value of {field.name} is not read: {_quoted(rest)}"
            self.defect(rules.JUNK_AFTER_VALUE, at, message, 2)
            return field
        # year = in press: all of it is meant as the value
        text = self.text[field.value_start : self.at].strip("# \t\r\n").rstrip('"').lstrip('"')
        self.defect(rules.BARE_TEXT, at, f"the value of {field.name} needs braces: {_quoted(text)}")
        return field._replace(text=text, end=self.at)

    def _lost_text(self) -> None:
        at = self.at
        rest = self._skip_junk(at)
        self.defect(rules.LOST_TEXT, at, f"no field, not read: {_quoted(rest)}; write name = {{value}}", 2)

    def _skip_junk(self, at: int) -> str:
        """Move behind text that is no field: to the next comma, closing brace or line with a field."""
        start = at
        while at < self.limit:
            match = _REST.match(self.text, at, self.limit)
            at = match.end() if match else at
            found = self.text[at] if at < self.limit else ""
            if found == "{":
                close = closing_brace(self.text, at, self.limit)
                at = close + 1 if close > 0 else self.limit
            elif (
                found in ("(", "=")
                or (found == "\n" and not _FIELD_START.match(self.text, at, self.limit))
                or (found == ")" and self.closing != ")")
            ):
                at += 1
            else:
                break
        self.at = max(at, start + 1) if at == start else at
        return self.text[start : self.at].strip()


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    return repr(text if len(text) <= 40 else text[:37] + "…")
