"""JSON, YAML and TOML as trees of mappings, lists and texts, and the lines of mappings if they are known."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from publist.csl_json import without_halves
from publist.errors import InputError

LINE = "__line__"
_NOTHING = frozenset({"", "null", "~", "None", "none"})
_MOST_DIGITS = 18
_MOST_VALUES = 100_000  # of a mapping
_MOST_CHARACTERS = 50_000_000  # of a tree whose aliases are written out


def from_json(source: str, file: str) -> object:
    """The tree of a JSON text; its mappings have no lines."""
    try:
        return json.loads(without_halves(source), parse_int=_integer)
    except json.JSONDecodeError as error:
        raise InputError(f"is not JSON: {error.msg}", file=file, line=error.lineno) from error
    except RecursionError as error:
        raise InputError("is nested too deeply for JSON of works", file=file) from error


def _integer(digits: str) -> int | str:
    """A longer number stays text, which Python converts in no time."""
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def from_toml(source: str, file: str, above: int = 0) -> object:
    """The tree of a TOML text; ``above`` lines stand before it in the file."""
    try:
        return {LINE: above + 1, **tomllib.loads(source)}
    except RecursionError as error:
        raise InputError("is nested too deeply for TOML of works", file=file) from error
    except ValueError as error:  # also of numbers with more than 4,300 digits
        raise InputError(f"is not TOML: {error}", file=file, line=above + 1) from error


def from_yaml(source: str, file: str, above: int = 0) -> object:
    """The tree of a YAML text: every value is a text, so that ``No`` is a name and ``012`` a volume."""
    import yaml

    class Loader(yaml.SafeLoader):
        """The safe loader without guesses at types, which notes lines."""

        yaml_implicit_resolvers = {  # noqa: RUF012 - as in its parent
            first: [(tag, form) for tag, form in forms if tag == "tag:yaml.org,2002:merge"]
            for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - yaml's
            found: dict[Any, Any] = super().construct_mapping(node, deep=deep)
            found[LINE] = node.start_mark.line + 1 + above
            return found

        def flatten_mapping(self, node: yaml.MappingNode) -> None:
            super().flatten_mapping(node)
            if len(node.value) > _MOST_VALUES:  # what is merged doubles with each line
                raise ValueError("what it merges is too large")

    try:
        documents = [one for one in yaml.load_all(source, Loader) if one]
        _size(documents, {})
        return documents[0] if len(documents) == 1 else documents
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 + above if mark else None
        raise InputError(f"is not YAML: {error.problem}", file=file, line=line) from error
    except RecursionError as error:
        raise InputError("is nested too deeply for YAML of works", file=file) from error
    except (yaml.YAMLError, ValueError, TypeError) as error:
        raise InputError(f"is not YAML: {error}".splitlines()[0], file=file) from error


def _size(tree: object, seen: dict[int, int]) -> int:
    """How many values and characters stand in the tree, each alias written out.

    Raises ValueError for too many, and for an alias inside of what it stands for: who walks the tree would
    not come to an end.
    """
    if not isinstance(tree, (dict, list)):
        return len(tree) + 1 if isinstance(tree, str) else 1
    size = seen.get(id(tree))
    if size == 0:
        raise ValueError("an alias stands inside of what it stands for")
    if size is None:
        seen[id(tree)] = 0
        size = 1 + sum(_size(value, seen) for value in (tree.values() if isinstance(tree, dict) else tree))
        seen[id(tree)] = size
    if size > _MOST_CHARACTERS:
        raise ValueError("its aliases make it too large")
    return size


def text(tree: object, *path: str | int) -> str:
    """The text or number at the end of a path of keys; "" for anything else.

    >>> text({"year": {"value": 2017}}, "year", "value")
    '2017'
    """
    found = at(tree, *path)
    if isinstance(found, bool) or found is None or isinstance(found, (Mapping, list)):
        return ""
    shown = str(found).strip()
    return "" if shown in _NOTHING else shown


def at(tree: object, *path: str | int) -> object:
    """What stands at the end of a path of keys and places; None where it leads nowhere."""
    for step in path:
        if isinstance(tree, Mapping):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and -len(tree) <= step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


def mappings(tree: object, *path: str | int) -> list[Mapping[str, Any]]:
    """The mappings of the list at the end of a path, or the one mapping there."""
    found = at(tree, *path)
    values = found if isinstance(found, list) else [found]
    return [value for value in values if isinstance(value, Mapping)]


def texts(tree: object, *path: str | int) -> list[str]:
    """The texts of the list at the end of a path, or the one text there."""
    found = at(tree, *path)
    values = found if isinstance(found, list) else [found]
    return [shown for value in values if (shown := text(value))]


def line(tree: object) -> int:
    """The line of a mapping, from 1; 0 if it is not known."""
    number = at(tree, LINE)
    return number if isinstance(number, int) else 0


def items(tree: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The keys and values of a mapping, without its line."""
    return ((str(key), value) for key, value in tree.items() if key != LINE)
