"""Several processes make what one makes.  Oracle: one process."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from publist import formatter, jobs, packed, pipeline
from publist.cli import main
from publist.convert import bibliography
from publist.errors import InputError, PublistError
from publist.jobs import Share, allowed, shared
from publist.settings.look import options_for
from tests.test_corpus import FILES, SOME

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork") or sys.platform == "darwin", reason="needs a system that forks"
)

INHERITING = """
@string{whales = "Journal of Whales"}
@inproceedings{child, title = {A {LaTeX} Title}, author = {Doe, Jane}, crossref = {parent}}
@article{first, title = {One}, author = {Doe, Jane and Roe, Max*}, journal = whales, year = 2020}
@article{first, title = {Two}, author = {Doe, Jane}, journal = whales # { II}, year = 2021, pages = {9--}}
@article{third, title = {Three}, author = {Doe, Jane}, journal = squid, year = 2022}
@book{nothing, note = {}}
@proceedings{parent, title = {Proceedings of X}, booktitle = {Proceedings of X}, year = 2019}
"""


@pytest.fixture(autouse=True)
def short_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few entries are shared as many thousand are."""
    monkeypatch.setattr(jobs, "LEAST", 1)
    for module in (packed, formatter, bibliography):
        monkeypatch.setattr(module, "BATCH", 3)
    for module in (formatter, bibliography):
        monkeypatch.setattr(module, "FEW", 4)


@pytest.fixture(autouse=True)
def forked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that a test has forked; others of its own may be left by other tests."""
    found: list[int] = []
    fork = os.fork

    def noted() -> int:
        child = fork()
        found.append(child)
        return child

    monkeypatch.setattr(os, "fork", noted)
    return found


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Some real bibliographies in one file."""
    file = tmp_path / "many.bib"
    some = sorted(FILES, key=lambda path: path.stat().st_size)[20:50:5]
    file.write_bytes(b"\n".join(path.read_bytes() for path in some))
    return file


def _run(*arguments: str | Path) -> tuple[int, bytes, str]:
    result = CliRunner().invoke(main, ["render", *map(str, arguments)])
    return result.exit_code, result.stdout_bytes, result.stderr


@pytest.mark.skipif(not FILES, reason="needs the corpus")
@pytest.mark.parametrize("style", ["homepage", "ieee", "apa"])
@pytest.mark.parametrize(("form", "grouping"), [("html", "year"), ("markdown", "none"), ("json", "type")])
def test_bytes_and_messages_are_those_of_one_process(
    many: Path, style: str, form: str, grouping: str
) -> None:
    asked = (many, "--style", style, "--format", form, "--group-by", grouping, "--legend", "list")
    one = _run(*asked)
    assert one[0] == 0
    assert one[1]
    assert _run(*asked, "--jobs", "3") == one


@pytest.mark.parametrize("path", SOME[::3])
def test_real_files_are_read_as_by_one_process(path: Path) -> None:
    one = pipeline.read([path], whole=False)
    with allowed(2):
        assert pipeline.read([path], whole=False) == one


@pytest.mark.parametrize("count", [2, 3, 8])
def test_macros_keys_and_inheritance_count_across_shares(tmp_path: Path, count: int) -> None:
    file = tmp_path / "a.bib"
    file.write_text(INHERITING, encoding="utf-8")
    one = _run(file, "--style", "ieee")
    assert b"Proceedings of X" in one[1]
    assert b"Journal of Whales" in one[1]
    assert "squid" in one[2]
    assert _run(file, "--style", "ieee", "--jobs", str(count)) == one


def test_what_is_said_of_a_list_is_said_in_its_order(tmp_path: Path) -> None:
    file = tmp_path / "a.bib"
    file.write_text("".join(f"\n@misc{{work{i}, note = {{}}}}" for i in range(40)), encoding="utf-8")
    source = pipeline.read([file], whole=False)
    one = pipeline.render(source, options_for({"style": "ieee"}))
    with allowed(3):
        assert pipeline.render(source, options_for({"style": "ieee"})) == one


def test_shares_come_in_order_and_together_are_everything() -> None:
    with allowed(4):
        found = shared(lambda own: [place for place in range(10) if own.has(place)], 10)
    assert found == [[0, 4, 8], [1, 5, 9], [2, 6], [3, 7]]


def test_few_entries_are_for_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shared(lambda own: own, 10) == [Share()]
    monkeypatch.setattr(jobs, "LEAST", 6)
    with allowed(4):
        assert shared(lambda own: own, 11) == [Share()]
        assert len(shared(lambda own: own, 12)) == 2


def test_a_system_that_cannot_fork_has_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    with allowed(2):
        assert shared(lambda own: own, 10) == [Share()]


@pytest.mark.parametrize(
    "end", [lambda: os._exit(3), lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 / 0]
)
def test_a_process_that_dies_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forked: list[int], end: object
) -> None:
    file = tmp_path / "a.bib"
    file.write_text(INHERITING, encoding="utf-8")
    convert = bibliography.FileConversion._share

    def dies(self: bibliography.FileConversion, parts: object, own: Share) -> object:
        if own.number == 1:
            end()  # type: ignore[operator]  # typed as object: any function will do
        return convert(self, parts, own)  # type: ignore[arg-type]  # parts are handed on as they come

    monkeypatch.setattr(bibliography.FileConversion, "_share", dies)
    code, written, said = _run(file, "--jobs", "2")
    assert (code, written) == (2, b"")
    assert said == (
        "error: one of the processes died, for want of memory perhaps; try again without --jobs\n"
    )
    _nobody_is_left(forked)


@pytest.mark.parametrize("number", [0, 1])
def test_an_error_of_any_process_is_the_run_s(number: int, forked: list[int]) -> None:
    def step(own: Share) -> None:
        if own.number == number:
            raise InputError("no text", file="a.bib", line=3)

    with allowed(2), pytest.raises(InputError) as raised:
        shared(step, 10)
    assert raised.value.report == "a.bib:3: error: no text"
    _nobody_is_left(forked)


def test_a_process_that_goes_on_for_ever_ends_with_the_first(forked: list[int]) -> None:
    def step(own: Share) -> None:
        if own.number:
            signal.pause()
        raise KeyboardInterrupt

    with allowed(3), pytest.raises(KeyboardInterrupt):
        shared(step, 10)
    _nobody_is_left(forked)


def test_ctrl_c_is_for_the_first_process() -> None:
    with allowed(2):
        first, other = shared(lambda _own: signal.getsignal(signal.SIGINT) is signal.SIG_IGN, 10)
    assert (first, other) == (False, True)


def test_no_room_for_another_process_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", fork)
    with (
        allowed(2),
        pytest.raises(PublistError, match=r"\(Resource temporarily unavailable\); leave --jobs out"),
    ):
        shared(lambda own: own, 10)


def _nobody_is_left(forked: list[int]) -> None:
    assert forked
    for child in forked:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)
