r"""Read one block: the key and fields of an entry, the definition of a ``@string``, a value.

A broken entry is read again, up to four times: with ``\{`` and ``\"`` as people mean them, with quotes
inside quotes, and with values that run over the next field cut before it.  The reading with the fewest
defects wins; what can be kept is kept, and each defect has its place.
"""

import re
from collections.abc import Mapping

from publist import rules
from publist.bibtex.entry import Field
from publist.bibtex.grammar import (
    AFTER_EXTRA_BRACE,
    FIELD,
    FIELD_START,
    JUNK,
    NAME,
    NO_EQUALS,
    SWALLOWED_FIELD,
    closing_brace,
    closing_quote,
    skip_space,
)
from publist.bibtex.latex.journals import ASTRONOMY, JOURNALS
from publist.bibtex.macros import MONTHS, STANDARD
from publist.bibtex.source import Source
from publist.problems import Rule
from publist.records import NamedTuple

_MAX_UNCLOSED = 10


class Defect(NamedTuple):
    """What is wrong at one offset, e.g. a missing comma at 31; ``weight`` ranks readings."""

    rule: Rule
    offset: int
    message: str
    weight: int = 1


class Policy(NamedTuple):
    r"""How a block is read; without any, by BibTeX's own rules.

    ``escapes`` takes ``\{`` and ``\"`` as characters, ``loose`` a quote behind which text goes on as part of
    the value, and ``cut`` ends a value before a field that stands in it at a line's start.
    """

    escapes: bool = False
    loose: bool = False
    cut: bool = False


class Room:
    """How many characters string macros may still add to a file; definitions may double with each line."""

    def __init__(self, left: int) -> None:
        self.left = left

    def takes(self, text: str) -> bool:
        """Whether there is room for the text, which then takes it."""
        fits = len(text) <= self.left
        self.left -= len(text) * fits
        return fits


class Region(NamedTuple):
    """Where a block stands: its ``{`` or ``(`` at ``opening``; it ends before ``limit``.

    ``text`` is the source's with its comments blanked; ``macros`` are by name in lower case.
    """

    source: Source
    text: str
    opening: int
    limit: int
    macros: Mapping[str, str]
    room: Room


class BlockReading:
    """One reading of a block: its key, fields and defects, and where it ends."""

    def __init__(self) -> None:
        self.key = ""
        self.fields: list[Field] = []
        self.defects: list[Defect] = []
        self.end = 0

    @property
    def weight(self) -> int:
        """How broken the block is in this reading; 0 is not at all."""
        return sum(defect.weight for defect in self.defects)


_BY_THE_RULES = Policy()
# How to read an entry that BibTeX's own rules break: the policies, the character without which they
# change nothing, and what is to be said where one of them helps.
_POLICIES = (
    (Policy(escapes=True), "\\", rules.ESCAPED_DELIMITER),
    (Policy(loose=True), '"', rules.INNER_QUOTES),
    (Policy(cut=True), "=", None),
    (Policy(escapes=True, cut=True), "\\", rules.ESCAPED_DELIMITER),
)
_HINTS = {
    rules.ESCAPED_DELIMITER: "BibTeX itself reads the brace or quote behind a backslash otherwise; brace it",
    rules.INNER_QUOTES: "BibTeX itself ends the value at the first inner quote; put the value in braces",
}


def read_entry(region: Region) -> BlockReading:
    """The best reading of an entry."""
    best = _Reader(region, _BY_THE_RULES).entry()
    if not best.weight:
        return best
    hint: Rule | None = None
    for policy, needed, rule in _POLICIES:
        if best.weight and region.text.find(needed, region.opening, region.limit) >= 0:
            reading = _Reader(region, policy).entry()
            if reading.weight < best.weight:
                best, hint = reading, rule
    if hint:
        best.defects.append(Defect(hint, region.opening, _HINTS[hint], 0))
    return best


def read_definition(region: Region) -> BlockReading:
    """What a ``@string`` defines: a reading without a key."""
    return _Reader(region, _BY_THE_RULES, "this @string").fields()


def read_value(region: Region) -> BlockReading:
    """What stands in a ``@preamble``: a reading with one field, which has no name."""
    return _Reader(region, _BY_THE_RULES, "this @preamble").preamble()


# A value's text, its pieces joined, the macros nobody has defined, and whether it was not closed.
_Value = tuple[str, list[str], bool]


class _Reader:
    """Reads one block by one policy; ``at`` is the offset up to which it is read."""

    def __init__(self, region: Region, policy: Policy, what: str = "the entry") -> None:
        self.what = what
        self.source, self.text, opening, self.limit, self.macros, self.room = region
        self.at = opening + 1
        self.closing = ")" if self.text[opening] == "(" else "}"
        self.policy = policy
        self.unclosed = 0
        self.commas = 0  # how many were read since the last field
        self.reading = BlockReading()

    def entry(self) -> BlockReading:
        self._key()
        return self.fields()

    def fields(self) -> BlockReading:
        if self.policy is _BY_THE_RULES:
            self._sound_fields()
        while not self._ended():
            self._field()
            if self.policy is _BY_THE_RULES:
                self._sound_fields()
        self.reading.end = self.at
        return self.reading

    def preamble(self) -> BlockReading:
        start = self.at = skip_space(self.text, self.at, self.limit)
        self._keep("@preamble", start, start, self._value("@preamble"))
        while not self._ended():
            self._lost_text()
        self.reading.end = self.at
        return self.reading

    def _defect(self, rule: Rule, offset: int, message: str, weight: int = 1) -> None:
        self.reading.defects.append(Defect(rule, offset, message, weight))

    def _peek(self, at: int) -> str:
        """The character at an offset; "" at the limit."""
        return self.text[at] if at < self.limit else ""

    def _key(self) -> None:
        start = skip_space(self.text, self.at, self.limit)
        match = _KEY_STOPS[self.closing].search(self.text, start, self.limit)
        stop = match.start() if match else self.limit
        key = self.text[start:stop].strip()
        found = match[0] if match else ""
        if found == "\n":
            following = skip_space(self.text, stop, self.limit)
            if self.text[following : following + 1] in (",", self.closing):
                stop, found = following, self.text[following]
        if found in ("=", "{", '"') or (not key and found == ","):
            self._defect(rules.MISSING_KEY, start, "the entry has no key; add one after the opening brace")
            self.at = stop + 1 if found == "," else start
            return
        self.reading.key = key
        self.at = stop
        if found == ",":
            self.at = stop + 1
            self.commas = 1
        elif found == "\n" and key:
            self._defect(rules.MISSING_COMMA, stop, f"no comma after the key {key}; add one")

    def _sound_fields(self) -> None:
        """The fields that are as they should be, each at one stroke."""
        text, limit, fields = self.text, self.limit, self.reading.fields
        at = last = self.at
        line = self.source.line(at)
        while match := FIELD.match(text, at, limit):
            name, value = match.group(1, 2)
            if value[0] in '{"':
                value = value[1:-1]
            elif value in MONTHS and value not in self.macros:
                value = MONTHS[value]
            elif not value.isdecimal():
                break
            start, (value_start, end) = match.start(1), match.span(2)
            line += text.count("\n", last, start)
            fields.append(Field(name.lower(), value, line, start, value_start, end))
            at, last = match.end(), start
        if at > self.at:
            self.commas = text[at - 1] == ","
            self.at = at

    def _ended(self) -> bool:
        """Go to the next field; True at the end of the block, which is then behind us."""
        while True:
            self.at = skip_space(self.text, self.at, self.limit)
            found = self._peek(self.at)
            if not found:
                message = f"{self.what} is not closed; add a {self.closing} behind this line"
                self._defect(rules.UNBALANCED_BRACES, self._last(self.limit), message, 4)
                return True
            if found == ",":
                self.commas += 1
                if self.commas == 2:
                    self._defect(rules.EXTRA_COMMA, self.at, "a comma too many; remove it", 0)
                self.at += 1
            elif found == "%":
                newline = self.text.find("\n", self.at, self.limit)
                self.at = self.limit if newline < 0 else newline
            elif found in "})":
                self.at += 1
                following = self._peek(skip_space(self.text, self.at, self.limit))
                extra = following == "," and AFTER_EXTRA_BRACE.match(self.text, self.at, self.limit)
                if found == self.closing and not extra:
                    return True
                self._defect(rules.UNBALANCED_BRACES, self.at - 1, f"one {found} too many; remove it", 3)
            else:
                return False

    def _last(self, end: int) -> int:
        """The offset of the last character before ``end`` that is no white space."""
        while end > 1 and self.text[end - 1].isspace():
            end -= 1
        return max(end - 1, 0)

    def _field(self) -> None:
        self.commas = 0
        match = FIELD_START.match(self.text, self.at, self.limit)
        if match is None:
            match = NO_EQUALS.match(self.text, self.at, self.limit)
            if match is None:
                self._lost_text()
                return
            self._defect(rules.MISSING_EQUALS, match.end(1), f"no = behind {match[1]}; add one")
        name = match[1].rstrip()
        value_start = self.at = skip_space(self.text, match.end(), self.limit)
        value = self._value(name)
        if not NAME.fullmatch(name):
            message = f"a field's name cannot hold spaces: {name!r}; join the words"
            self._defect(rules.FIELD_NAME, match.start(1), message, 0)
        self._keep(name, match.start(1), value_start, value)

    def _keep(self, name: str, start: int, value_start: int, value: _Value) -> None:
        """Add a field whose value ends here, or behind text that was meant to belong to it."""
        end = self._last(self.at) + 1 if self.at > value_start else value_start
        text, undefined, cut = value
        at = skip_space(self.text, self.at, self.limit)
        if self._peek(at) not in ("", ",", "%", "}", ")"):
            if FIELD_START.match(self.text, at, self.limit):
                if not cut:
                    message = f"no comma after the value of {name}; add one"
                    self._defect(rules.MISSING_COMMA, max(end - 1, 0), message)
            elif self.text[value_start] in '"{':
                message = f"text after the value of {name} is not read: {_quoted(self._skip_junk(at))}"
                self._defect(rules.JUNK_AFTER_VALUE, at, message, 2)
            else:  # year = in press: all of it is meant as the value
                self._skip_junk(at)
                end, undefined = self.at, []
                text = self.text[value_start:end].strip("# \t\r\n").rstrip('"').lstrip('"')
                self._defect(rules.BARE_TEXT, at, f"the value of {name} needs braces: {_quoted(text)}")
        for macro in undefined:
            message = f"the macro {macro} is not defined; write {{{macro}}} or define it with @string"
            self._defect(rules.UNDEFINED_MACRO, value_start, message, 0)
        line = self.source.line(start)
        self.reading.fields.append(Field(name.lower(), text, line, start, value_start, end))

    def _value(self, name: str) -> _Value:
        """Move behind a value."""
        pieces: list[str] = []
        undefined: list[str] = []
        while found := self._peek(self.at):
            if found in '{"':
                close = self._close(found)
                if close < 0 or self.policy.cut:
                    limit = self.limit if close < 0 else close
                    swallowed = SWALLOWED_FIELD.search(self.text, self.at, limit)
                    if close < 0 or swallowed:
                        return self._cut_value(name, swallowed)
                pieces.append(self.text[self.at + 1 : close])
                self.at = close + 1
            elif found in ",})":
                break
            else:
                match = NAME.match(self.text, self.at, self.limit)
                self.at = match.end() if match else self.at + 1
                pieces.append(self._macro(match[0] if match else found, undefined, name))
            following = skip_space(self.text, self.at, self.limit)
            if self._peek(following) != "#":
                break
            self.at = skip_space(self.text, following + 1, self.limit)
        return "".join(pieces), undefined, False

    def _macro(self, name: str, undefined: list[str], field: str) -> str:
        """What a number or macro stands for; a macro nobody has defined stands for its own name.

        A journal of astronomy, e.g. ``mnras``, is known by the name that its command has.
        """
        known = self.macros.get(name.lower(), STANDARD.get(name.lower()))
        if known is None and not name.isdecimal():
            undefined.append(name)
            known = JOURNALS[name.lower()] if field == "journal" and name.lower() in ASTRONOMY else None
        if known is None or self.room.takes(known):
            return name if known is None else known
        message = f"the macro {name} makes the file too long; write out what it stands for"
        self._defect(rules.TOO_COMPLEX, self.at, message, 0)
        return name

    def _close(self, opening: str) -> int:
        escapes = self.policy.escapes
        if opening == "{":
            return closing_brace(self.text, self.at, self.limit, escapes=escapes)
        return closing_quote(self.text, self.at, self.limit, escapes=escapes, loose=self.policy.loose)

    def _cut_value(self, name: str, swallowed: re.Match[str] | None) -> _Value:
        """A value that is not closed: it ends before the field that it has swallowed, or with the entry."""
        end = swallowed.start() if swallowed else self._block_end()
        self.unclosed += 1
        text = self.text[self.at + 1 : end].rstrip(", \t\r\n")
        self._defect(rules.UNBALANCED_BRACES, self.at, f"the value of {name} is not closed; close it", 3)
        # Each unclosed value was sought to the entry's end: in a file of open braces that must stop.
        self.at = end if self.unclosed < _MAX_UNCLOSED else self.limit
        return text, [], True

    def _block_end(self) -> int:
        """Where an unclosed value ends at the latest: before the entry's last closing brace."""
        end = self._last(self.limit) + 1
        return end - 1 if end > self.at + 1 and self.text[end - 1] == self.closing else end

    def _lost_text(self) -> None:
        at = self.at
        rest = self._skip_junk(at)
        self._defect(rules.LOST_TEXT, at, f"no field, not read: {_quoted(rest)}; write name = {{value}}", 2)

    def _skip_junk(self, at: int) -> str:
        """Move behind text that is no field: to the next comma, closing brace or line with a field."""
        start = at
        while at < self.limit:
            match = JUNK.match(self.text, at, self.limit)
            at = match.end() if match else at
            found = self._peek(at)
            if found == "{":
                close = closing_brace(self.text, at, self.limit)
                at = close + 1 if close > 0 else self.limit
            elif (
                found in ("(", "=")
                or (found == "\n" and not FIELD_START.match(self.text, at, self.limit))
                or (found == ")" and self.closing != ")")
            ):
                at += 1
            else:
                break
        self.at = max(at, start + 1)
        return self.text[start : self.at].strip()


_KEY_STOPS = {closing: re.compile(rf'[,={{"\n{re.escape(closing)}]') for closing in "})"}


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    return repr(text if len(text) <= 40 else text[:37] + "…")
