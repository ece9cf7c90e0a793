"""Plain data as YAML 1.2 that YAML 1.1 readers (Jekyll, PyYAML) read alike: every text is quoted."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from publist.output.characters import without_openers
from publist.patterns import pattern

# Not printable in YAML (1.2, 5.1), or line ends to YAML 1.1; all others stay as they are.
_NOT_YAML = pattern("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_PLAIN_KEY = pattern(r"[A-Za-z_][\w-]*", re.ASCII)
_WORDS = frozenset("y n yes no on off true false null".split())  # values of their own in YAML 1.1


def dump(value: object, indent: str = "") -> str:
    r"""The value in block style, e.g. ``{"a": ["b"]}`` as ``a:\n  - "b"\n``.

    Mappings keep their order; the types are those of JSON.
    """
    if isinstance(value, Mapping) and value:
        return "".join(_pair(str(key), inner, indent) for key, inner in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str) and value:
        return "".join(_element(inner, indent) for inner in value)
    return f"{indent}{_scalar(value)}\n"


def _pair(key: str, value: object, indent: str) -> str:
    written = key if _PLAIN_KEY.fullmatch(key) and key.lower() not in _WORDS else _scalar(key)
    if _is_block(value):
        return f"{indent}{written}:\n{dump(value, indent + '  ')}"
    return f"{indent}{written}: {_scalar(value)}\n"


def _element(value: object, indent: str) -> str:
    # The first key of a mapping stands beside the dash.
    return f"{indent}- {dump(value, indent + '  ').lstrip(' ')}"


def _is_block(value: object) -> bool:
    return isinstance(value, (Mapping, Sequence)) and not isinstance(value, str) and bool(value)


def _scalar(value: object) -> str:
    if isinstance(value, str):
        text = without_openers(json.dumps(value, ensure_ascii=False))
        return _NOT_YAML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return json.dumps(value)  # numbers, true, false, null, [] and {} are the same in YAML
