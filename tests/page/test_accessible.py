"""Nobody is kept out of the page.  Oracles: axe-core in headless Chromium, and the keyboard."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from publist.page.sheets import themes
from tests.browsing import CHROMIUM, DRIVER, browser, look
from tests.page.pages import rich_page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

AXE = Path(os.environ.get("AXE_CORE", "/nonexistent"))

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver"),
]


@pytest.fixture(scope="module")
def driver() -> Iterator[Chrome]:
    pytest.importorskip("selenium")
    with browser() as window:
        yield window


@pytest.mark.skipif(not AXE.is_file(), reason="AXE_CORE names no axe.min.js")
@pytest.mark.parametrize("width", [390, 1200])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("theme", themes())
def test_axe_finds_nothing(theme: str, dark: bool, width: int, driver: Chrome, tmp_path: Path) -> None:
    look(driver, width, dark=dark)
    driver.get(rich_page(tmp_path, theme).as_uri())
    driver.execute_script("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    driver.execute_script(AXE.read_text(encoding="utf-8"))
    found = driver.execute_async_script("axe.run(document).then(arguments[0])")
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []


def keys(driver: Chrome, *names: str) -> None:
    from selenium.webdriver import ActionChains
    from selenium.webdriver.common.keys import Keys

    for name in names:
        ActionChains(driver).send_keys(getattr(Keys, name, name)).perform()


def focused(driver: Chrome) -> Any:
    return driver.execute_script("return document.activeElement.outerHTML.slice(0, 200)")


def test_everything_is_reached_by_the_keyboard(driver: Chrome, tmp_path: Path) -> None:
    look(driver, 1200)
    driver.get(rich_page(tmp_path, "plain").as_uri())
    asked = "a[href], button, input, select, summary, pre"
    script = f"return [...document.querySelectorAll('{asked}')].filter(e => e.checkVisibility()).length"
    wanted, reached = driver.execute_script(script), []
    for _ in range(wanted):
        keys(driver, "TAB")
        reached.append(driver.execute_script("return document.activeElement.matches('body') ? '' : 'x'"))
    assert reached == ["x"] * wanted


def test_a_bar_of_the_chart_filters_by_the_enter_key(driver: Chrome, tmp_path: Path) -> None:
    look(driver, 1200)
    driver.get(rich_page(tmp_path, "plain").as_uri())
    driver.execute_script("document.querySelector('.publist-chart a:last-of-type').focus()")
    count = "return document.querySelector('.publist-count').textContent"
    keys(driver, "ENTER")
    assert driver.execute_script("return location.hash") == "#year=2024"
    assert driver.execute_script(count) == "1 of 15"
    keys(driver, "ENTER")  # once more shows everything
    assert driver.execute_script(count) == "15 of 15"


def test_marks_and_bars_are_read_out_as_words(driver: Chrome, tmp_path: Path) -> None:
    driver.get(rich_page(tmp_path, "plain").as_uri())
    driver.execute_cdp_cmd("Accessibility.enable", {})
    tree = driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    names = {node.get("name", {}).get("value", "") for node in tree if not node["ignored"]}
    wanted = ("Equal contribution", "Open access", "2024: 1 (Conference papers: 1)", "Permanent link")
    assert set(wanted) <= names
    assert any(name.startswith("Picture of “Sparse Attention") for name in names)


def test_headings_are_in_order(driver: Chrome, tmp_path: Path) -> None:
    driver.get(rich_page(tmp_path, "plain", **{"group-by": "type-year"}).as_uri())
    script = "return [...document.querySelectorAll('h1,h2,h3,h4')].map(e => +e.tagName[1])"
    levels = driver.execute_script(script)
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_print_shows_the_list_and_no_controls(driver: Chrome, tmp_path: Path) -> None:
    driver.get(rich_page(tmp_path, "cards").as_uri())
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    seen = """return ["entry", "tools", "chart", "switch", "permalink", "copy", "bibtex"].map(
        name => [...document.querySelectorAll(".publist-" + name)].filter(e => e.checkVisibility()).length)"""
    shown = driver.execute_script(seen)
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert shown == [15, 0, 0, 0, 0, 0, 0]


def test_a_page_in_arabic_runs_from_right_to_left(driver: Chrome, tmp_path: Path) -> None:
    look(driver, 1200)
    for theme in themes():
        driver.get(rich_page(tmp_path, theme, locale="ar", numbering="continuous").as_uri())
        overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
        sides = """const box = e => document.querySelector(e).getBoundingClientRect();
            return [box("h1").right > innerWidth / 2, box(".publist-switch").left < innerWidth / 2]"""
        assert driver.execute_script(overflow) == 0
        assert driver.execute_script(sides) == [True, True]


@pytest.mark.parametrize("theme", themes())
@pytest.mark.parametrize("width", [390, 1200])
def test_no_page_is_wider_than_its_window(theme: str, width: int, driver: Chrome, tmp_path: Path) -> None:
    look(driver, width)
    driver.get(rich_page(tmp_path, theme).as_uri())
    driver.execute_script("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert driver.execute_script("return document.documentElement.scrollWidth") == width
