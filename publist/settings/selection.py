"""The selection language: ``selected and year >= 2022 and "vision" in keywords``.

A small language of its own, read by its own parser: nothing of it is ever run as Python.

    expression  = conjunction { "or" conjunction }
    conjunction = negation { "and" negation }
    negation    = "not" negation | comparison
    comparison  = value [ operator value ]
    operator    = "==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not" "in"
    value       = name | number | "text" | 'text' | "true" | "false"
                | "[" [ value { "," value } ] "]" | "(" expression ")"

``docs/reference/selection.md`` says what each name means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NoReturn, TypeAlias

from publist.errors import ConfigError, nearest
from publist.item import Name
from publist.matching import Index
from publist.patterns import pattern
from publist.records import NamedTuple
from publist.settings.texts import parsed
from publist.truth import is_set

Value: TypeAlias = "str | int | float | bool | tuple[Value, ...] | None"
"""What a name stands for; None is a value that the publication does not have."""


class NamedPeople(tuple["Value", ...]):
    """The people of one variable as texts; a text is one of them where ``--highlight`` would find it."""

    people: tuple[Name, ...] = ()

    @classmethod
    def of(cls, texts: Iterable[str], people: tuple[Name, ...]) -> NamedPeople:
        """Those written in an entry, with what the settings call them among the texts."""
        names = cls(texts)
        names.people = people
        return names

    def has(self, text: Value) -> bool:
        """Whether the text is, or may be, the name of one of them: ``J. Doe`` for Jane Doe."""
        if any(equal(one, text) for one in tuple(self)):
            return True
        return isinstance(text, str) and any(any(_index(text).fits(name).values()) for name in self.people)


@lru_cache(maxsize=64)
def _index(name: str) -> Index:
    return Index([parsed(name)])


Values: TypeAlias = "Callable[[str], Value]"
"""The values of one publication by name, in lower case."""

_MOST_CHARACTERS = 2000
_DEEPEST = 40

_TOKEN = pattern(
    r"""\s*(?:
      (?P<number>\d+(?:\.\d+)?)(?![\w.-])
    | (?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    | (?P<name>[^\W\d][\w+-]*(?::[\w-]+)?)
    | (?P<sign>==|!=|<=|>=|[<>()\[\],=])
    | (?P<end>\Z)
    )""",
    re.VERBOSE | re.DOTALL,
)
_WORDS = frozenset({"and", "or", "not", "in", "true", "false"})


class SelectError(ConfigError):
    """A selection that cannot be read; ``position`` counts characters from 1."""

    def __init__(self, message: str, source: str, position: int) -> None:
        super().__init__(f"{message}, at character {position} of: {source}")
        self.position = position


class Selection(NamedTuple):
    """A compiled selection.

    >>> Selection.parse("year >= 2022 and not hidden").accepts({"year": 2024, "hidden": False}.get)
    True
    """

    source: str
    names: Mapping[str, int]  # every name in it, and the character (from 1) where it first stands
    test: Callable[[Values], Value]  # its value for one publication

    @classmethod
    def parse(cls, source: str) -> Selection:
        """Compile the source; raises SelectError with the position of what is wrong."""
        parser = _Parser(source)
        test = parser.whole()
        return cls(source, parser.names, test)

    def accepts(self, values: Values) -> bool:
        """Whether the publication with these values is selected."""
        return truth(self.test(values))

    def unknown(self, known: Iterable[str]) -> list[tuple[str, int, str]]:
        """The names that are not among the known ones: name, position, and the nearest known one or ""."""
        everything = set(known)
        found = []
        for name, position in self.names.items():
            if name not in everything:
                near = nearest(name, sorted(everything))
                found.append((name, position, near[0] if near else ""))
        return found


def truth(value: Value) -> bool:
    """Whether a value counts as true: not for a missing or empty one, 0, ``no`` and ``false``."""
    if isinstance(value, str):
        return is_set(value)
    return bool(value)


class _Token(NamedTuple):
    kind: str
    text: str
    position: int  # from 1


_Node: TypeAlias = "Callable[[Values], Value]"


class _Parser:
    """Recursive descent; one method per rule of the grammar."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.names: dict[str, int] = {}
        self.depth = 0
        if len(source) > _MOST_CHARACTERS:
            self._fail(f"the selection is longer than {_MOST_CHARACTERS} characters", 1)
        self.tokens = self._tokens()
        self.index = 0

    def _fail(self, message: str, position: int) -> NoReturn:
        shown = self.source if len(self.source) <= 200 else self.source[:200] + "…"
        raise SelectError(message, " ".join(shown.split()) or '""', position)

    def _tokens(self) -> list[_Token]:
        tokens: list[_Token] = []
        place = 0
        while True:
            match = _TOKEN.match(self.source, place)
            if match is None or match.lastgroup is None:
                start = place + len(self.source[place:]) - len(self.source[place:].lstrip())
                bad = self.source[start]
                self._fail(_hint(bad), start + 1)
            kind = match.lastgroup
            text = match[kind]
            if kind == "name" and text.lower() in _WORDS:
                kind, text = "word", text.lower()
            tokens.append(_Token(kind, text, match.start(match.lastgroup) + 1))
            if kind == "end":
                return tokens
            place = match.end()

    @property
    def token(self) -> _Token:
        return self.tokens[self.index]

    def _takes(self, *texts: str) -> str:
        """The token's text if it is one of these words or signs, which is then read; else ""."""
        token = self.token
        if token.kind in ("word", "sign") and token.text in texts:
            self.index += 1
            return token.text
        return ""

    def whole(self) -> _Node:
        if self.token.kind == "end":
            self._fail("the selection is empty", 1)
        node = self._either()
        if self.token.kind != "end":
            self._unexpected('expected "and", "or" or the end')
        return node

    def _unexpected(self, expected: str) -> NoReturn:
        token = self.token
        found = "the end" if token.kind == "end" else token.text
        self._fail(f"{expected}, found {found}", token.position)

    def _either(self) -> _Node:
        parts = [self._all()]
        while self._takes("or"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else lambda values: any(truth(part(values)) for part in parts)

    def _all(self) -> _Node:
        parts = [self._negation()]
        while self._takes("and"):
            parts.append(self._negation())
        return parts[0] if len(parts) == 1 else lambda values: all(truth(part(values)) for part in parts)

    def _negation(self) -> _Node:
        negated = False
        while self._takes("not"):
            negated = not negated
        node = self._comparison()
        return (lambda values: not truth(node(values))) if negated else node

    def _comparison(self) -> _Node:
        left = self._value()
        position = self.token.position
        operator = self._takes("==", "!=", "<=", ">=", "<", ">", "in", "not", "=")
        if not operator:
            return left
        if operator == "=":
            self._fail('"=" compares nothing; write "=="', position)
        if operator == "not":
            if not self._takes("in"):
                self._unexpected('expected "in" after "not"')
            operator = "not in"
        compare = _OPERATORS[operator]
        right = self._value()
        if self._takes("==", "!=", "<=", ">=", "<", ">", "="):
            self._fail(
                'comparisons cannot be chained; join them by "and"', self.tokens[self.index - 1].position
            )
        return lambda values: compare(left(values), right(values))

    def _value(self) -> _Node:
        token = self.token
        if token.kind in ("number", "text", "name") or token.text in ("true", "false"):
            self.index += 1
            if token.kind == "name":
                name = token.text.lower()
                self.names.setdefault(name, token.position)
                return lambda values: values(name)
            value = _literal(token)
            return lambda _values: value
        opening = self._takes("(", "[")
        if not opening:
            self._unexpected("expected a value")
        self.depth += 1
        if self.depth > _DEEPEST:
            self._fail("brackets stand too deep inside one another", token.position)
        node = self._either() if opening == "(" else self._list()
        closing = ")" if opening == "(" else "]"
        if not self._takes(closing):
            self._unexpected(f'expected "{closing}"')
        self.depth -= 1
        return node

    def _list(self) -> _Node:
        parts: list[_Node] = []
        while not (self.token.kind == "sign" and self.token.text == "]"):
            parts.append(self._value())
            if not self._takes(","):
                break
        return lambda values: tuple(part(values) for part in parts)


def _hint(bad: str) -> str:
    if bad in "\"'":
        return "a text does not end"
    return "put a date or a code in quotes" if bad.isdigit() else f"{bad!r} does not belong here"


def _literal(token: _Token) -> Value:
    if token.kind == "number":
        return float(token.text) if "." in token.text else int(token.text)
    if token.kind == "text":
        return re.sub(r"\\(.)", r"\1", token.text[1:-1], flags=re.DOTALL)
    return token.text == "true"


def _number(value: Value) -> float | None:
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, str) and re.fullmatch(r"\s*[+-]?\d{1,15}(?:\.\d{1,15})?\s*", value):
        return float(value.strip())  # float() keeps separators that \s takes for space
    return None


def _text(value: Value) -> str:
    return str(value).casefold().strip()


def equal(left: Value, right: Value) -> bool:
    """Whether two values are the same: texts without regard to case, a list if one of its members is."""
    if isinstance(left, NamedPeople) and not isinstance(right, tuple):
        return left.has(right)
    if isinstance(right, NamedPeople) and not isinstance(left, tuple):
        return right.has(left)
    if isinstance(left, tuple) and isinstance(right, tuple):
        return {_text(one) for one in left} == {_text(one) for one in right}
    if isinstance(left, tuple):
        return any(equal(one, right) for one in left)
    if isinstance(right, tuple):
        return any(equal(left, one) for one in right)
    if isinstance(left, bool) or isinstance(right, bool):
        return truth(left) == truth(right)
    if left is None or right is None:
        return left is right
    one, other = _number(left), _number(right)
    if one is not None and other is not None:
        return one == other
    return _text(left) == _text(right)


def within(left: Value, right: Value) -> bool:
    """Whether a list has the member, or a text the words."""
    if left is None or right is None:
        return False
    if isinstance(right, NamedPeople):
        return equal(left, right)
    if isinstance(right, tuple):
        return any(equal(left, one) for one in right)
    return _text(left) in _text(right)


def _ordered(test: Callable[[float | str, float | str], bool]) -> Callable[[Value, Value], bool]:
    def compare(left: Value, right: Value) -> bool:
        """False where a value is missing or a list."""
        if left is None or right is None or isinstance(left, tuple) or isinstance(right, tuple):
            return False
        one, other = _number(left), _number(right)
        if one is not None and other is not None:
            return test(one, other)
        return test(_text(left), _text(right))

    return compare


_OPERATORS: dict[str, Callable[[Value, Value], bool]] = {
    "==": equal,
    "!=": lambda left, right: not equal(left, right),
    "<": _ordered(lambda left, right: left < right),  # type: ignore[operator]  # both are of one kind
    "<=": _ordered(lambda left, right: left <= right),  # type: ignore[operator]  # both are of one kind
    ">": _ordered(lambda left, right: left > right),  # type: ignore[operator]  # both are of one kind
    ">=": _ordered(lambda left, right: left >= right),  # type: ignore[operator]  # both are of one kind
    "in": within,
    "not in": lambda left, right: not within(left, right),
}
