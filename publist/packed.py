"""What a long list holds and does not need at the moment, as bytes: these take less memory than objects.

Short lists have nothing packed, and need none of the modules for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice
from typing import Any, TypeVar, cast, overload

from publist.item import Date, Item, Name
from publist.publication import Publication
from publist.richtext import Text

Value = TypeVar("Value")

FEW = 1000
"""So many works stay as they are: packing pays, and is paid for, in longer lists."""

BATCH = 256
"""So many values are packed together."""


class PackedItem(Item):
    """An item that makes its variables and names anew whenever somebody asks for them.

    A change inside of them is lost.  What :func:`dataclasses.replace` makes of it is a plain item.
    """

    __slots__ = ("_names", "_variables")
    _names: bytes
    _variables: bytes

    def __new__(cls, **values: Any) -> Item:  # type: ignore[misc]  # makes the class it stands in for
        """A plain item."""
        return Item(**values)

    @classmethod
    def of(cls, item: Item) -> Item:
        """The item, packed."""
        dates = _dates(tuple(item.dates.items()))
        return _made(item.id, item.type, dates, _packed(item.variables), _packed(item.names))

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (self.id, self.type, self.dates, self._variables, self._names)

    @property
    def variables(self) -> dict[str, Text]:  # type: ignore[override]  # an attribute of Item, unpacked here
        """As an item has them."""
        found: dict[str, Text] = _unpacked(self._variables)
        return found

    @property
    def names(self) -> dict[str, tuple[Name, ...]]:  # type: ignore[override]  # as variables
        """As an item has them."""
        found: dict[str, tuple[Name, ...]] = _unpacked(self._names)
        return found

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Item) and replace(self) == replace(other)

    __hash__ = None  # type: ignore[assignment]  # as Item has it


def _made(id_: str, type_: str, dates: dict[str, Date], variables: bytes, names: bytes) -> PackedItem:
    made = object.__new__(PackedItem)
    made.id, made.type, made.dates, made._variables, made._names = id_, type_, dates, variables, names
    return made


@lru_cache(maxsize=4096)  # few days in many works
def _dates(dates: tuple[tuple[str, Date], ...]) -> dict[str, Date]:
    return dict(dates)


def packed(publication: Publication) -> Publication:
    """The publication with its item packed."""
    return publication._replace(item=PackedItem.of(publication.item))


def alike(publication: Publication, item: Item) -> Publication:
    """The publication with another item, packed if its own is."""
    changed = publication._replace(item=item)
    return packed(changed) if isinstance(publication.item, PackedItem) else changed


def opened(publication: Publication) -> Publication:
    """The publication with a plain item, for whoever asks for much of it."""
    item = publication.item
    return publication._replace(item=replace(item)) if isinstance(item, PackedItem) else publication


class Packed(Sequence[Value]):
    """Values that are gone through from the first to the last; a few of them at a time are objects."""

    def __init__(self, values: Iterable[Value]) -> None:
        self._batches: list[bytes] = []
        self._count = 0
        left = iter(values)
        while batch := list(islice(left, BATCH)):
            self._batches.append(_compressed(batch))
            self._count += len(batch)

    @classmethod
    def joined(cls, parts: Iterable[Packed[Value]]) -> Packed[Value]:
        """The values of all parts, of which each but the last has full batches."""
        made = cls(())
        for part in parts:
            made._batches += part._batches
            made._count += part._count
        return made

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Value]:
        return chain.from_iterable(map(_batch, self._batches))

    @overload
    def __getitem__(self, place: int) -> Value: ...
    @overload
    def __getitem__(self, place: slice) -> list[Value]: ...
    def __getitem__(self, place: int | slice) -> Value | list[Value]:
        places = range(self._count)[place]
        if isinstance(places, int):
            return cast("Value", _batch(self._batches[places // BATCH])[places % BATCH])
        return [self[one] for one in places]


class Each(Sequence[Value]):
    """What a function makes of the values at each place of some sequences, whenever it is asked for."""

    def __init__(self, make: Callable[..., Value], *given: Sequence[Any]) -> None:
        self._make = make
        self._given = given

    def __len__(self) -> int:
        return len(self._given[0])

    def __iter__(self) -> Iterator[Value]:
        return map(self._make, *self._given)

    @overload
    def __getitem__(self, place: int) -> Value: ...
    @overload
    def __getitem__(self, place: slice) -> list[Value]: ...
    def __getitem__(self, place: int | slice) -> Value | list[Value]:
        found = [one[place] for one in self._given]
        return self._make(*found) if isinstance(place, int) else list(map(self._make, *found))


def _compressed(batch: list[Any]) -> bytes:
    from zlib import compress

    return compress(_packed(batch), level=1)


@lru_cache(maxsize=1)
def _batch(data: bytes) -> list[Any]:
    from zlib import decompress

    values: list[Any] = _unpacked(decompress(data))
    return values


def _packed(value: object) -> bytes:
    import pickle

    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def _unpacked(data: bytes) -> Any:
    import pickle

    return pickle.loads(data)  # noqa: S301 - this process has written it
