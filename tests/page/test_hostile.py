"""Two hundred hostile strings in every field, run in a browser: no dialog, no request.  Oracle: Chromium."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from publist import pipeline
from publist.bibtex.latex.encode import encode
from publist.settings.look import options_for
from publist.settings.project import Owner, Project
from tests.browsing import CHROMIUM, DRIVER, browser
from tests.hostile.strings import TEXT_FIELDS, URL_FIELDS

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver"),
]

_PAYLOADS = (
    "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<script>alert(1)</script>",
    "<iframe src=https://evil.example></iframe>", "<link rel=stylesheet href=//evil.example/x.css>",
    "<object data=//evil.example/x>", "<style>@import url(//evil.example)</style>", "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "<a href=javascript:alert(1) autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>", "<video src=//evil.example onerror=alert(1)>",
    "<form action=//evil.example><button autofocus onfocus=alert(1)>", "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>", "<math><mtext><img src onerror=alert(1)>",
    "//evil.example/x.png", "https://evil.example/x.png", "url(//evil.example/x.png)", "alert(1)//",
)  # fmt: skip
_BEFORE = ("", '"', "'>", '">', "</pre></details>", "</script>", "-->", "</title></textarea>", "\\", "\u2028")
STRINGS = [before + payload for payload in _PAYLOADS for before in _BEFORE]


@pytest.fixture(scope="module")
def driver() -> Iterator[Chrome]:
    pytest.importorskip("selenium")
    with browser(log_network=True) as window:
        yield window


def bibliography() -> str:
    """Each string in every field of an entry, once as text and once as it is, where braces are even."""
    entries = []
    for number, string in enumerate(STRINGS):
        typed = encode(string)
        fields = dict.fromkeys((*TEXT_FIELDS, "oral", "information", "additional_info"), typed)
        fields |= dict.fromkeys(URL_FIELDS, string.replace("\\", "/"))
        fields |= {"author": f"{{{typed}}} and {typed}, Jane", "year": "2024", "selected": "true"}
        written = ", ".join(f"{name} = {{{value}}}" for name, value in fields.items())
        entries.append(f"@article{{k{number}, {written}}}")
    return "\n".join(entries)


def test_nothing_runs_and_nothing_is_asked_for(driver: Chrome, tmp_path: Path) -> None:
    assert len(STRINGS) == 200
    source, path = tmp_path / "hostile.bib", tmp_path / "page.html"
    source.write_text(bibliography(), encoding="utf-8")
    links = {f"{place}{string}": string for place, string in enumerate(STRINGS[::7])}
    owner = Owner("Jane Doe", links={key: value for key, value in links.items() if ":" not in value})
    words = {"title": STRINGS[0], "introduction": "\n\n".join(STRINGS)}
    options = options_for({"format": "page", "theme": "cards", **words}, Project(owner))
    path.write_bytes(pipeline.render(pipeline.read([source]), options).data)
    watch = "window.run = []; for (const name of ['alert', 'confirm', 'prompt', 'open', 'fetch'])"
    watch += " window[name] = (...all) => { run.push([name, ...all.map(String)]); }"
    driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": watch})
    driver.get(path.as_uri() + "#q=" + "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    for string in STRINGS[::10]:
        asking = "{q: arguments[0], year: arguments[0], person: arguments[0]}"
        driver.execute_script(f"location.hash = new URLSearchParams({asking})", string)
    driver.execute_script("""
        document.querySelector(".publist-clear:not([hidden])").click();
        for (const one of document.querySelectorAll("details, .publist-copy")) one.open = one.click();
        for (const one of document.querySelectorAll("main *")) one.dispatchEvent(new Event("mouseover"));""")
    assert driver.execute_async_script("setTimeout(arguments[0], 1000, run)") == []
    assert driver.current_url.startswith(path.as_uri())
    assert len(driver.execute_script("return [...document.querySelectorAll('.publist-entry')]")) == 200
    assert asked(driver, "file:") == []


def asked(driver: Chrome, allowed: str) -> list[str]:
    """What was asked for but for addresses that begin so, and what the browser has inside."""
    messages = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    requests = [one["params"] for one in messages if one["method"] == "Network.requestWillBeSent"]
    urls = [one["request"]["url"] for one in requests]
    return [url for url in urls if not url.startswith((allowed, "data:", "chrome", "about:", "blob:"))]
