"""``docs/reference/fields.md`` has every type and field of the tables."""

from __future__ import annotations

import pytest

from publist.convert import mapping
from publist.identifiers import ADDRESSES
from tests.data import ROOT

PAGE = (ROOT / "docs" / "reference" / "fields.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(mapping.ENTRY_TYPES))
def test_every_type_is_documented(name: str) -> None:
    known = mapping.ENTRY_TYPES[name]
    assert f"| `@{name}` | `{known.csl}` | {known.genre} |" in PAGE


def test_every_field_is_documented() -> None:
    for variable, names in (mapping.TEXT_FIELDS | mapping.TITLE_FIELDS).items():
        assert f"| `{variable}` | {', '.join(f'`{name}`' for name in names)} |" in PAGE
    for name, variable in mapping.NAME_FIELDS.items():
        assert f"| `{name}` | `{variable}` |" in PAGE
    for scheme, kind in mapping.EPRINT_KINDS.items():
        assert f"| `{scheme}` | `{ADDRESSES[kind]}` |" in PAGE
