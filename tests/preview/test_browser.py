"""The preview in a browser: what somebody sees who saves.  Oracle: headless Chromium."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.preview.test_following import line_of, running, until

CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), "")
DRIVER = shutil.which("chromedriver") or ""
ENTRIES = "\n".join(
    f"@article{{k{number}, author = {{Doe, Jane}}, title = {{Quarks {number}}}, journal = {{J}},\n"
    f"  year = 2020, abstract = {{What {number} says}}}}"
    for number in range(40)
)

pytestmark = [pytest.mark.long, pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs chromium-driver")]


class Window:
    """A window of a browser that a WebDriver at the address drives."""

    def __init__(self, address: str, profile: Path) -> None:
        self.address = address
        arguments = ["--headless=new", "--disable-gpu", "--window-size=900,700", f"--user-data-dir={profile}"]
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")
        options = {"binary": CHROMIUM, "args": arguments}
        capabilities = {"browserName": "chrome", "goog:chromeOptions": options}
        self.session = ""
        made = self.ask("", {"capabilities": {"alwaysMatch": capabilities}})
        self.session = f"/{made['sessionId']}"

    def ask(self, path: str, body: dict[str, Any]) -> Any:
        request = urllib.request.Request(
            f"{self.address}/session{self.session}{path}", json.dumps(body).encode()
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def open(self, address: str) -> None:
        self.ask("/url", {"url": address})

    def run(self, script: str) -> Any:
        return self.ask("/execute/sync", {"script": script, "args": []})


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    with subprocess.Popen([DRIVER, "--port=0"], text=True, stdout=subprocess.PIPE) as driver:
        try:
            port = line_of(driver, "successfully on port").rstrip(".\n").rpartition(" ")[2]
            yield Window(f"http://127.0.0.1:{port}", tmp_path / "profile")
        finally:
            driver.kill()


@pytest.fixture
def follow(tmp_path: Path, window: Window) -> Iterator[Callable[[str], None]]:
    bib = tmp_path / "my.bib"
    bib.write_text(ENTRIES)
    with running(tmp_path, "serve", "my.bib", "--no-open", "--port", "0") as process:
        window.open(line_of(process, "Ctrl-C").split()[0])
        yield lambda text: bib.write_text(text) and None


TEXT = "return document.querySelector('.publist').textContent"


def test_a_save_is_seen_at_the_same_place(follow: Callable[[str], None], window: Window) -> None:
    fold = "document.querySelector('#publist-k20 details')"
    window.run(f"{fold}.open = true; scrollTo(0, 900); history.replaceState(null, '', '#q=doe')")
    place = window.run("return scrollY")
    assert place == 900
    follow(ENTRIES.replace("Quarks 21", "Gluons 21"))
    until(lambda: "Gluons 21" in window.run(TEXT))
    until(lambda: window.run("return scrollY") == place)
    assert window.run(f"return {fold}.open")
    assert window.run("return location.hash") == "#q=doe"


def test_problems_are_seen_with_file_and_line_and_go_again(
    follow: Callable[[str], None], window: Window
) -> None:
    bar = "document.getElementById('publist-preview')"
    assert window.run(f"return {bar}.innerText") == ""
    follow(ENTRIES.replace("{Quarks 0},", "{Quarks 0}", 1))
    until(lambda: window.run(f"return {bar}.innerText") == "1 problem")
    window.run(f"{bar}.querySelector('summary').click()")
    assert "my.bib:1: warning: no comma" in window.run(f"return {bar}.innerText")
    follow("")
    until(lambda: "my.bib: error: no entries" in window.run(f"return {bar}.innerText"))
    assert "Quarks 39" in window.run(TEXT)
    assert window.run(f"return {bar}.getBoundingClientRect().height") > 50
    follow(ENTRIES)
    until(lambda: window.run(f"return {bar}.innerText") == "")


def test_the_browser_waits_for_a_server_that_comes_again(tmp_path: Path, window: Window) -> None:
    bib = tmp_path / "my.bib"
    bib.write_text(ENTRIES)
    with running(tmp_path, "serve", "my.bib", "--no-open", "--port", "0") as process:
        address = line_of(process, "Ctrl-C").split()[0]
        window.open(address)
    bib.write_text(ENTRIES.replace("Quarks 5", "Leptons 5"))
    port = address.rstrip("/").rpartition(":")[2]
    with running(tmp_path, "serve", "my.bib", "--no-open", "--port", port):
        until(lambda: "Leptons 5" in window.run(TEXT))
