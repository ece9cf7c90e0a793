"""The page in a browser: what readers see and do.  Oracle: headless Chromium."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from tests.page.test_page import BIB, HOSTILE, LONG, page_of

_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((found for name in _NAMES if (found := shutil.which(name))), "")

pytestmark = [pytest.mark.long, pytest.mark.skipif(not CHROMIUM, reason="needs chromium")]

# What a test asks of the page stands in a script of its own, which the page's policy would not let run.
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


def dom(page: str, folder: Path, fragment: str = "") -> str:
    """The page's elements once its scripts have run, as HTML."""
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    command = [CHROMIUM, "--headless", "--disable-gpu", *sandbox, f"--user-data-dir={folder / 'profile'}",
               "--virtual-time-budget=3000", "--dump-dom", f"{path.as_uri()}{fragment}"]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout


def asked(page: str, script: str, folder: Path, fragment: str = "") -> object:
    """What the script, the body of an async function, returns after the page's own has run."""
    keep = "value => { document.body.dataset.answer = JSON.stringify(value); }"
    own = f"<script>(async () => {{ {script} }})().catch(String).then({keep});</script>"
    made = dom(_POLICY.sub("", page).replace("</body>", own + "</body>"), folder, fragment)
    answer = re.search(r'<body data-answer="([^"]*)"', made)
    assert answer, made[-2000:]
    return json.loads(unescape(answer[1]))


SHOWN = """
const shown = () => ({
  entries: [...document.querySelectorAll(".publist-entry")].filter(e => !e.hidden).map(e => e.id.slice(8)),
  headings: [...document.querySelectorAll(".publist-heading")].filter(e => !e.hidden).map(e => e.textContent),
  lists: [...document.querySelectorAll(".publist-list")].filter(e => !e.hidden).length,
  count: document.querySelector(".publist-count").textContent,
  nothing: !document.querySelector(".publist-nothing").hidden,
});
const type = text => {
  const field = document.querySelector("[name=q]");
  field.value = text;
  field.dispatchEvent(new Event("input", {bubbles: true}));
};
const wait = time => new Promise(done => setTimeout(done, time));
"""
ALL = ["one", "two", "three"]


@pytest.mark.parametrize(
    ("fragment", "entries"),
    [
        ("", ALL),
        ("#q=muller", ["one"]),
        ("#q=OSLO+sparse", ["one"]),
        ("#q=journal%20roe", ["three"]),
        ("#q=vision", ["one"]),
        ("#q=doe", ["one", "two"]),
        ("#year=2020", ["two", "three"]),
        ("#year=2020&q=again", ["three"]),
        ("#type=journal", ["two", "three"]),
        ("#person=ann%20doe", ["one", "two"]),
        ("#keyword=Speech", ["one"]),
        ("#badge=oral", ["one"]),
        ("#selected=1", ["one"]),
        ("#q=nowhere", []),
        ("#publist-two", ALL),
        ("#unknown=1", ALL),
        ("#%E0%A4%A", ALL),
    ],
)
def test_the_address_says_what_is_shown(fragment: str, entries: list[str], tmp_path: Path) -> None:
    """Under the page's own policy: its script runs by its hash."""
    made = dom(page_of(BIB, tmp_path), tmp_path, fragment)
    found = re.findall(r'<li class="publist-entry [^>]*?id="publist-(\w+)"([^>]*)>', made)
    assert [key for key, rest in found if "hidden" not in rest] == entries
    years = {"one": "2021", "two": "2020", "three": "2020"}
    headings = re.findall(r'<h2 class="publist-heading"(?! hidden)>(\w+)</h2>', made)
    assert headings == list(dict.fromkeys(years[key] for key in entries))
    assert len(re.findall(r'<ul class="publist-list"(?! hidden)>', made)) == len(headings)
    assert f">{len(entries)} of 3</p>" in made
    assert ('<p class="publist-nothing">' in made) == (not entries)


def test_typing_searches_and_the_address_follows(tmp_path: Path) -> None:
    script = (
        SHOWN
        + """
    const steps = [];
    type("DÉNSE"); steps.push(shown());
    await wait(400); steps.push(location.hash);
    type("nowhere"); steps.push(shown());
    document.querySelector(".publist-nothing button").click(); steps.push(shown());
    steps.push(location.hash, document.querySelector("[name=q]").value, document.activeElement.name);
    return steps;
    """
    )
    first, address, nothing, cleared, *rest = asked(page_of(BIB, tmp_path), script, tmp_path)  # type: ignore[misc]  # JSON from the browser
    assert first["entries"] == ["two", "three"]
    assert first["headings"] == ["2020"]
    assert first["count"] == "2 of 3"
    assert address == "#q=D%C3%89NSE"
    assert nothing["nothing"]
    assert nothing["headings"] == []
    assert cleared["entries"] == ALL
    assert not cleared["nothing"]
    assert rest == ["", "", "q"]


def test_a_filter_of_the_menu_and_a_new_address(tmp_path: Path) -> None:
    script = (
        SHOWN
        + """
    const menu = document.querySelector("[name=year]");
    menu.value = "2021"; menu.dispatchEvent(new Event("input", {bubbles: true}));
    const steps = [shown().entries];
    location.hash = "#type=journal"; await wait(100);
    steps.push(shown().entries, menu.value, document.querySelector("[name=type]").value);
    return steps;
    """
    )
    assert asked(page_of(BIB, tmp_path), script, tmp_path) == [["one"], ["two", "three"], "", "journal"]


def test_sections_below_a_section_are_hidden_with_it(tmp_path: Path) -> None:
    page = page_of(BIB, tmp_path, **{"group-by": "type-year"})
    all_of_it = asked(page, SHOWN + "return shown();", tmp_path)
    some = asked(page, SHOWN + "return shown();", tmp_path, "#year=2020")
    assert all_of_it["headings"] == ["Journal articles", "2020", "Conference papers", "2021"]  # type: ignore[index]  # JSON from the page
    assert some["headings"] == ["Journal articles", "2020"]  # type: ignore[index]  # JSON from the page


def test_bibtex_is_copied_and_the_switch_changes_the_theme(tmp_path: Path) -> None:
    script = """
    let copied = "";
    Object.defineProperty(navigator, "clipboard", {value: {writeText: async text => { copied = text; }}});
    const button = document.querySelector("#publist-two .publist-copy");
    const before = button.textContent;
    button.click();
    await new Promise(done => setTimeout(done, 50));
    const look = () => getComputedStyle(document.documentElement).backgroundColor;
    const light = look();
    document.querySelector(".publist-switch").click();
    const theme = document.documentElement.dataset.theme;
    return [copied.split("{")[0], before, button.textContent, light, look(), theme];
    """
    answer = asked(page_of(BIB, tmp_path), script, tmp_path)
    assert answer == ["@article", "Copy", "Copied", "rgb(255, 255, 255)", "rgb(22, 24, 27)", "dark"]


def test_a_citation_is_copied_as_one_text(tmp_path: Path) -> None:
    script = """
    let copied = "";
    Object.defineProperty(navigator, "clipboard", {value: {writeText: async text => { copied = text; }}});
    const buttons = [...document.querySelectorAll("#publist-one .publist-copy")];
    const button = buttons.find(one => one.textContent === "Copy citation");
    button.click();
    await new Promise(done => setTimeout(done, 50));
    return [copied, button.textContent];
    """
    copied, said = asked(page_of(BIB, tmp_path), script, tmp_path)  # type: ignore[misc]  # JSON from the browser
    assert copied == "Sparse Øslo. Z. Müller, A. Doe. Proc. of X, 2021."
    assert said == "Copied"


def test_a_long_page_is_unpacked_searched_and_filtered(tmp_path: Path) -> None:
    script = (
        SHOWN
        + """
    while (document.querySelectorAll(".publist-copy").length < 800) await wait(20);
    const entry = document.querySelector("#publist-k7");
    const seen = ["link svg", "bibtex pre", "abstract", "permalink", "citation"];
    const parts = seen.map(part => entry.querySelectorAll(".publist-" + part).length);
    const data = document.querySelector("[type='application/ld+json']").textContent;
    const articles = JSON.parse(data)["@graph"];
    type("roe title 39"); const some = shown().entries.length;
    type("399"); const one = shown().entries;
    return [parts, entry.className, articles.length, some, one, shown().count];
    """
    )
    answer = asked(page_of(LONG, tmp_path), script, tmp_path)
    classes = "publist-entry publist-type-article-journal"
    assert answer == [[1, 1, 1, 1, 1], classes, 400, 14, ["k399"], "1 of 400"]


def test_a_long_page_has_its_list_without_scripts(tmp_path: Path) -> None:
    page = re.sub(r"<script>.*</script>", "", page_of(LONG, tmp_path), flags=re.S)
    script = """
        const seen = name => [...document.querySelectorAll(name)].filter(e => e.checkVisibility()).length;
        return [".publist-entry", ".publist-links a", ".publist-tools"].map(seen);"""
    assert asked(page, script, tmp_path) == [400, 400, 0]


def test_without_scripts_the_list_is_whole_and_the_controls_are_away(tmp_path: Path) -> None:
    page = re.sub(r"<script>.*</script>", "", page_of(BIB, tmp_path), flags=re.S)
    answer = asked(
        page,
        """const seen = name => [...document.querySelectorAll(name)].filter(e => e.checkVisibility()).length;
        const parts = ["entry", "tools", "switch", "nothing", "bibtex", "abstract"];
        return parts.map(part => seen(`.publist-${part}`));""",
        tmp_path,
    )
    assert answer == [3, 0, 0, 0, 3, 1]


def test_hostile_text_runs_nothing_even_without_the_policy(tmp_path: Path) -> None:
    entries = [
        f"@misc{{k{number}, title = {{{{{text}}}}}, author = {{{{{text}}}}}, keywords = {{{text}}},"
        f" year = 2020, award = {{{text}}}}}"
        for number, text in enumerate(HOSTILE)
    ]
    page = page_of("\n".join(entries), tmp_path, title=HOSTILE[0])
    page = page.replace("<head>", "<head><script>function owned() { document.title = 'owned'; }</script>")
    fragment = "#q=%3Cimg%20src%3Dx%20onerror%3Downed()%3E&year=%3Cscript%3Eowned()%3C/script%3E"
    script = SHOWN + "return [document.title, document.images.length, document.scripts.length];"
    title, images, scripts = asked(page, script, tmp_path, fragment)  # type: ignore[misc]  # JSON from the browser
    assert title == HOSTILE[0]
    assert (images, scripts) == (0, 5)  # metadata, index, the page's own, and the two of this test
