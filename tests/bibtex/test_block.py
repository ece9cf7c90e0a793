"""Defects: what is kept, the rule, and the line; expected values by hand."""

from __future__ import annotations

import pytest

from publist.bibtex import loads

AFTER = "\n@book{b,title={B}}\n"
# text, fields that are kept, (line, rule) of the problems
DEFECTS = {
    "missing comma": ("@a{k,\n t = {A}\n y = 1,\n}", {"t": "A", "y": "1"}, [(2, "missing-comma")]),
    "missing comma, quotes": ('@a{k,\n t = "A"\n y = 1,\n}', {"t": "A", "y": "1"}, [(2, "missing-comma")]),
    "missing comma, backslash": (
        "@a{k,\n t = {A \\\n B}\n y = 1}",
        {"t": "A \\\n B", "y": "1"},
        [(3, "missing-comma")],
    ),
    "no comma behind the key": ("@a{k\n t = {A}}", {"t": "A"}, [(1, "missing-comma")]),
    "no key": ("@a{,\n t = {A}}", {"t": "A"}, [(1, "missing-key")]),
    "no key, no comma": ("@a{\n t = {A}}", {"t": "A"}, [(2, "missing-key")]),
    "entry not closed": ("@a{k,\n t = {A}\n", {"t": "A"}, [(2, "unbalanced-braces")]),
    "value not closed": ("@a{k,\n t = {A,\n y = 1\n}", {"t": "A", "y": "1"}, [(2, "unbalanced-braces")]),
    "quote not closed": ('@a{k,\n t = "A,\n y = 1\n}', {"t": "A", "y": "1"}, [(2, "unbalanced-braces")]),
    "a brace too many": ("@a{k,\n t = {A}},\n y = 1\n}", {"t": "A", "y": "1"}, [(2, "unbalanced-braces")]),
    "a stray brace": ("@a{k, t = {A}}\n}", {"t": "A"}, [(2, "unbalanced-braces")]),
    "junk": ("@a{k,\n t = {A} junk,\n y = 1}", {"t": "A", "y": "1"}, [(2, "junk-after-value")]),
    "bare text": ("@a{k,\n y = in press,\n t={A}}", {"y": "in press", "t": "A"}, [(2, "bare-text")]),
    "lost text": ("@a{k,\n t = {A},\n lost,\n y = 1}", {"t": "A", "y": "1"}, [(3, "lost-text")]),
    "no equals sign": ("@a{k,\n t {A},\n y = 1}", {"t": "A", "y": "1"}, [(2, "missing-equals")]),
    "empty value": ("@a{k,\n t = ,\n y = {}}", {"t": "", "y": ""}, [(2, "empty-value")]),
    "a field twice": ("@a{k,\n t = {A},\n T = {B}}", {"t": "A"}, [(3, "duplicate-field")]),
    "commas": ("@a{k,,\n t = {A},,,}", {"t": "A"}, [(1, "extra-comma"), (2, "extra-comma")]),
    "inner quotes": ('@a{k, t = "A "b" c",\n y=1}', {"t": 'A "b" c', "y": "1"}, [(1, "inner-quotes")]),
    "backslash before the end": ("@a{k, f = {C:\\x\\},\n y=1}", {"f": "C:\\x\\", "y": "1"}, []),
    "accent in quotes": ('@a{k, t = "M\\"uller",\n y=1}', {"t": 'M\\"uller', "y": "1"},
        [(1, "escaped-delimiter")]),
    "a blank in a name": ("@a{k, my t = {A}}", {"my t": "A"}, [(1, "field-name")]),
    "front of a value lost": ("@a{k, t = A b},\n y=1}", {"t": "A b", "y": "1"},
        [(1, "bare-text"), (1, "unbalanced-braces")]),
}  # fmt: skip


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_costs_as_little_as_possible(name: str) -> None:
    text, kept, problems = DEFECTS[name]
    read = loads(text + AFTER)
    assert {field.name: field.value for field in read.entries[0].fields.values()} == kept
    assert [(problem.line, problem.rule.id) for problem in read.problems] == problems
    assert [entry.key for entry in read.entries][1:] == ["b"]
    assert read.refused == 0


def test_equal_keys_are_told_at_the_second() -> None:
    read = loads("@a{k,t={A}}\n@a{K,t={B}}")
    assert [entry.key for entry in read.entries] == ["k", "K"]
    assert [(problem.line, problem.rule.id) for problem in read.problems] == [(2, "duplicate-key")]


@pytest.mark.parametrize(
    "text",
    [
        "@a{k,\n t = " + "{" * 20_000,
        "@a{k,\n" + " t = {\n" * 2_000,
        "@a{k,\n t={\n" * 1_000,
        "@a{" * 5_000,
        "%\n" * 50_000,
        "@a{k, t={A}" + "," * 50_000 + "}",
        "@a{k, t={" + "$a" * 2_001 + "}}",
        "@comment{\n" * 5_000,
        "@a{k," + " " * 200_000 + "t" + " " * 200_000 + "= x" + " " * 200_000 + "y}",
    ],
    ids=["braces", "fields", "entries", "headers", "comments", "commas", "dollars", "blocks", "blanks"],
)
def test_a_pathological_file_ends_soon(text: str) -> None:
    read = loads(text)
    assert read.read + read.refused == read.present
