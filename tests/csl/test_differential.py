"""Items drawn at random, formatted by citeproc-js and by publist.  Oracle: citeproc-js, but for known kinds.

Needs node, and the folder that CITEPROC_JS names: the node_modules of ``npm install citeproc``.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from publist.csl import Processor, Style
from publist.csl.catalogue import find
from publist.locales import locales_folder
from tests.csl.drawn import drawn
from tests.csl.known_differences import KINDS, explaining
from tests.csl_suite.html import entry

pytestmark = pytest.mark.long

STYLES = (
    "apa", "ieee", "nature", "american-medical-association", "elsevier-vancouver", "elsevier-harvard",
    "chicago-author-date", "din-1505-2",
)  # fmt: skip
SEEDS = ("one", "two")
MODULES = os.environ.get("CITEPROC_JS", "")

Formatted = dict[str, str]


@cache
def items(seed: str) -> tuple[dict[str, Any], ...]:
    return tuple(drawn(seed, 100))


@cache
def reference(seed: str) -> dict[str, Formatted]:
    """The entries of citeproc-js by style; it is started once for all of them."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    if not (Path(MODULES) / "citeproc").is_dir():
        pytest.skip("CITEPROC_JS names no folder with citeproc (npm install citeproc)")
    paths = [str(find(style)) for style in STYLES]
    script = str(Path(__file__).with_name("reference.js"))
    done = subprocess.run(
        [node, script, "/dev/stdin", str(locales_folder()), *paths],
        input=json.dumps(items(seed)), capture_output=True, text=True, check=True,
        env={**os.environ, "NODE_PATH": MODULES},
    )  # fmt: skip
    results = json.loads(done.stdout.splitlines()[-1])
    return {
        style: {key: text_of(value) for key, value in result["entries"].items()}
        for style, result in zip(STYLES, results, strict=True)
    }


def text_of(markup: str) -> str:
    """Without tags, white space folded."""
    plain = html.unescape(re.sub(r"<[^>]+>", "", markup))
    return re.sub(r"\s+", " ", plain).strip()


def formatted(style: str, seed: str) -> Formatted:
    processor = Processor(Style.load(style), items(seed), locale="en-US")
    return {each.id: text_of(entry(each.content)) for each in processor.bibliography()}


def differences(style: str, seed: str) -> list[tuple[dict[str, Any], str, str]]:
    """The entries that differ: item, citeproc-js's text, ours."""
    wanted, got = reference(seed)[style], formatted(style, seed)
    by_id = {str(item["id"]): item for item in items(seed)}
    return [(by_id[key], text, got[key]) for key, text in wanted.items() if text != got[key]]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("style", STYLES)
def test_entries_are_the_references_but_for_known_kinds(style: str, seed: str) -> None:
    unknown = [each for each in differences(style, seed) if explaining(*each) is None]
    assert not unknown, "\n".join(f"{item['id']}\n  {wanted}\n  {got}" for item, wanted, got in unknown)


def test_every_known_kind_is_met() -> None:
    all_of_them = [each for seed in SEEDS for style in STYLES for each in differences(style, seed)]
    met = {kind.name for each in all_of_them if (kind := explaining(*each)) is not None}
    assert met == {kind.name for kind in KINDS}
