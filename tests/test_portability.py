"""What differs on Windows and macOS, as far as it can be seen from here.

Oracles: Microsoft's "Naming Files, Paths, and Namespaces" for names, PEP 597 for encodings.
"""

from __future__ import annotations

import ast
import io
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from publist.__main__ import _make_writable
from publist.errors import OutputError
from publist.writing import whole
from tests.data import ROOT

RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def tracked() -> list[str]:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("needs a clone")
    return done.stdout.splitlines()


def test_every_file_of_a_clone_has_a_name_that_every_system_takes() -> None:
    for name in tracked():
        for part in name.split("/"):
            assert not RESERVED.fullmatch(part), name
            assert not re.search(r'[<>:"\\|?*\x00-\x1f]|[. ]$', part), name


def test_no_two_files_of_a_clone_differ_in_case_alone() -> None:
    assert [name for name, count in Counter(map(str.lower, tracked())).items() if count > 1] == []


def without_encoding(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    modes = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    text = name in ("read_text", "write_text") or (name == "open" and not any("b" in mode for mode in modes))
    of_system = isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") in ("os", "click")
    return text and not of_system and "encoding" not in {keyword.arg for keyword in call.keywords}


@pytest.mark.parametrize("path", sorted((ROOT / "publist").rglob("*.py")), ids=lambda path: path.name)
def test_text_files_are_opened_with_an_encoding(path: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    assert [call.lineno for call in calls if without_encoding(call)] == []


class Stream(io.TextIOWrapper):
    """A standard stream with this encoding, on a terminal or not."""

    def __init__(self, encoding: str, *, terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding=encoding, newline="\n")
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("encoding", "system", "terminal", "written"),
    [
        ("ascii", "posix", True, rb"\u010d\u201c"),
        ("ascii", "posix", False, rb"\u010d\u201c"),
        ("utf-8", "posix", False, "č“".encode()),
        ("cp1252", "nt", True, b"\\u010d\x93"),
        ("cp1252", "nt", False, "č“".encode()),
        ("utf-8", "nt", True, "č“".encode()),
    ],
)
def test_every_character_can_be_written(encoding: str, system: str, terminal: bool, written: bytes) -> None:
    stream = Stream(encoding, terminal=terminal)
    _make_writable(stream, system)
    stream.write("č“")
    stream.flush()
    assert stream.buffer.getvalue() == written  # type: ignore[attr-defined]  # a named tuple's, or a stream's, own


def test_a_console_of_few_characters_gets_the_names_of_all_styles() -> None:
    environment = os.environ | {"PYTHONIOENCODING": "cp437"}
    command = [sys.executable, "-m", "publist", "styles"]
    done = subprocess.run(command, capture_output=True, env=environment, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert rb"\u2019" in done.stdout


def test_a_file_stands_for_the_folder_where_folders_take_no_locks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole, "_FOLDERS_LOCK", False)
    monkeypatch.setattr(whole, "_PATIENCE", 0.05)

    def change(old: bytes | None) -> bytes:
        with pytest.raises(OutputError, match="another program has held this folder locked"):
            whole.write(tmp_path / "b", b"x")
        return b"new"

    assert whole.update(tmp_path / "a", change)
    assert whole.write(tmp_path / "b", b"x")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
