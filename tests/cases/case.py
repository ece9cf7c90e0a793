"""One case: files, the words of a command, and what must, or must not, stand in what it prints.

The form is that of ``cases/run.py`` in the shared data: ``name``, ``kind``, ``files`` (a text for each name),
``args``; ``rc`` (default 0); ``want``, ``never`` and ``once`` about standard output, ``warns`` and ``quiet``
about standard error.  White space is folded before texts are compared.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from publist.cli import main

Case = dict[str, Any]


def read(path: Path) -> list[Case]:
    return list(json.loads(path.read_text(encoding="utf-8")))


def name_of(case: Case) -> str:
    return f"{case['kind']}: {case['name']}"


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub("[\u00a0\u202f]", " ", text))


def faults(case: Case, folder: Path) -> list[str]:
    """What falls short, one text for each; nothing where all holds.  Files are made in ``folder``."""
    for name, text in case["files"].items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    before = Path.cwd()
    os.chdir(folder)
    try:
        done = CliRunner().invoke(main, case["args"], input=case.get("input"))
    finally:
        os.chdir(before)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    out, err = folded(done.stdout), folded(done.stderr)
    wanted = case.get("rc", 0)
    found = [] if done.exit_code == wanted else [f"exit code {done.exit_code}, not {wanted}: {err}"]
    found += [f"lacks {text!r}: {out}" for text in case.get("want", []) if folded(text) not in out]
    found += [f"has {text!r}: {out}" for text in case.get("never", []) if folded(text) in out]
    once = [text for text in case.get("once", []) if out.count(folded(text)) != 1]
    found += [f"has {text!r} {out.count(folded(text))} times: {out}" for text in once]
    lowered = err.lower()
    found += [f"no message {text!r}: {err}" for text in case.get("warns", []) if text.lower() not in lowered]
    found += [f"a message {text!r}: {err}" for text in case.get("quiet", []) if text.lower() in lowered]
    return found
