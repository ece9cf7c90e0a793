"""What is uploaded: the wheel and the sdist hold the package, and nothing of its tests."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.data import ROOT

pytestmark = pytest.mark.long


def build(source: Path, folder: Path) -> tuple[list[str], list[str]]:
    """The names in the wheel, and in the sdist without its own folder."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    with tarfile.open(next(folder.glob("*.tar.gz"))) as sdist:
        members = [member.name.partition("/")[2] for member in sdist.getmembers() if member.isfile()]
    return names, members


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[str]]:
    return build(ROOT, tmp_path_factory.mktemp("dist"))


def tracked() -> set[str]:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("needs a clone")
    return set(done.stdout.splitlines())


def test_the_wheel_has_the_package_and_its_styles(built: tuple[list[str], list[str]]) -> None:
    files = {name for name in built[0] if ".dist-info/" not in name}
    package = {name for name in tracked() if name.startswith("publist/")}
    styles = {f"publist/{name}" for name in tracked() if name.startswith("styles/")}
    assert files == package | styles
    about = {re.sub(r"^.*\.dist-info/", "", name) for name in built[0]} - files
    assert about == {
        "METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE",
        "licenses/publist/titles/data/LICENSE-SCOWL.txt",
    }  # fmt: skip


def test_the_sdist_has_what_builds_and_shows_it(built: tuple[list[str], list[str]]) -> None:
    folders = ("publist/", "styles/", "bib/")
    more = {"README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml", "publist.toml", ".gitignore"}
    assert set(built[1]) == {name for name in tracked() if name.startswith(folders)} | more | {"PKG-INFO"}


def test_a_copy_without_gits_folder_can_be_built(tmp_path: Path) -> None:
    copy = tmp_path / "publist-main"
    for name in tracked():
        if name.startswith(("publist/", "styles/")) or name in ("pyproject.toml", "README.md", "LICENSE"):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    build(copy, tmp_path / "dist")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    version = project["tool"]["hatch"]["version"]["fallback-version"]
    assert (tmp_path / "dist" / f"publist-{version}-py3-none-any.whl").exists()
