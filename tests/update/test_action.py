"""What the Action does for ``update``, with a repository on this machine and a stand-in for ``gh``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from tests.data import ROOT
from tests.sources.servers import crossref_work
from tests.update.test_update import Servers

pytestmark = pytest.mark.skipif(
    not (shutil.which("bash") and shutil.which("git")), reason="needs bash and git"
)
_GH = """\
#!/usr/bin/env bash
echo "$1 $2" >> "$GH_LOG"
[ "$1 $2" = "pr list" ] && cat "$GH_OPEN"
for value in "$@"; do [ -f "$value" ] && cp "$value" "$GH_BODY"; done
exit 0
"""
_BIB = (
    "@misc{a, author={Doe, Jane and Roe, J.}, title={The Quiet of Whales}, eprint={2303.00001}, year=2023}\n"
)


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=Jane", "-c", "user.email=jane@example.org", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def run(httpserver: HTTPServer, tmp_path: Path) -> object:
    servers = Servers(httpserver)
    servers.arxiv["2303.00001"] = "10.1000/quiet"
    servers.works["10.1000/quiet"] = crossref_work("10.1000/quiet", "The Quiet of Whales")
    origin, work, programs = tmp_path / "origin.git", tmp_path / "work", tmp_path / "bin"
    git(tmp_path, "init", "-q", "--bare", str(origin))
    git(tmp_path, "clone", "-q", str(origin), str(work))
    names = ("crossref", "arxiv", "openalex", "dblp")
    tables = "".join(f'[sources.{name}]\nurl = "{httpserver.url_for(f"/{name}/")}"\n' for name in names)
    (work / "publist.toml").write_text(f'bibliography = "my.bib"\n{tables}')
    (work / "my.bib").write_text(_BIB)
    git(work, "add", "-A")
    git(work, "commit", "-q", "-m", "Begin")
    programs.mkdir()
    for name, text in (
        ("gh", _GH),
        ("publist", f'#!/usr/bin/env bash\nexec "{sys.executable}" -m publist "$@"\n'),
    ):
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)
    (tmp_path / "open").write_text("")
    environment = {
        **os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "FILE": "",
        "PUBLIST_ALLOW_LOOPBACK": "1", "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "GH_LOG": str(tmp_path / "log"),
        "GH_OPEN": str(tmp_path / "open"), "GH_BODY": str(tmp_path / "body"), "PYTHONPATH": str(ROOT),
    }  # fmt: skip

    def propose() -> str:
        script = str(ROOT / "tools" / "propose-updates.sh")
        done = subprocess.run(
            ["bash", script], cwd=work, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return (tmp_path / "log").read_text() if (tmp_path / "log").exists() else ""

    return propose


def test_a_change_becomes_a_pull_request(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # the fixture is a function made in the test
    assert run() == "pr list\npr create\n"
    assert "10.1000/quiet" in git(tmp_path / "origin.git", "show", "publist-update:my.bib")
    assert (
        (tmp_path / "body")
        .read_text()
        .startswith("This changes:\n\n- **a**: is published in Journal of Whales")
    )


def test_a_pull_request_that_is_open_is_brought_up_to_date(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # the fixture is a function made in the test
    (tmp_path / "open").write_text("7\n")
    assert run() == "pr list\npr edit\n"


def test_nothing_to_change_is_no_pull_request(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # the fixture is a function made in the test
    (tmp_path / "work" / "my.bib").write_text("@misc{b, title={x}, year=2020}\n")
    git(tmp_path / "work", "commit", "-qam", "Another")
    assert run() == ""
