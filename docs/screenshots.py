"""Screenshots of the page: every theme with three lists, on a phone and a desk, light and dark.

    python -m docs.screenshots FOLDER

The lists are ``bib/shao.bib``, ``bib/zhang.bib`` and 200 entries of real bibliographies (those of the shared
test data; else bib/).  It needs Debian's chromium and chromium-driver, and selenium.  The picture of the
README is made as well: ``docs/assets/page.webp``.
"""

from __future__ import annotations

import base64
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.page import bibliography
from benchmarks.render import ROOT
from publist import pipeline
from publist.page.sheets import themes
from publist.settings.look import options_for
from publist.settings.project import Owner, Project
from tests.browsing import browser, look

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

WIDTHS = {"phone": (390, 844), "desk": (1200, 900)}
PICTURE = ROOT / "docs" / "assets" / "page.webp"
_WORDS = "I work on **efficient and interpretable** learning: normalization, transfer and multimodal models."


def pages(folder: Path) -> Iterator[Path]:
    """A page of each list in each theme."""
    many = folder / "many.bib"
    many.write_text(bibliography(200), encoding="utf-8")
    shao, zhang = Owner("W. Shao", ("Wenqi Shao",), links={"github": "shao", "scholar": "shao"}), Owner()
    lists = {ROOT / "bib" / "shao.bib": shao, ROOT / "bib" / "zhang.bib": zhang, many: zhang}
    for source, owner in lists.items():
        for theme in themes():
            words = _WORDS if owner.name else ""
            look_ = {"format": "page", "theme": theme, "introduction": words}
            page = folder / f"{source.stem}-{theme}.html"
            options = options_for(look_, Project(owner))
            page.write_bytes(pipeline.render(pipeline.read([source]), options).data)
            yield page


def shoot(driver: Chrome, page: Path, target: Path, *, full: bool = True) -> None:
    """Save what the window shows of the page, all of it if it is ``full``."""
    driver.get(page.as_uri())
    driver.execute_async_script("setTimeout(arguments[0], 300)")
    wanted = {"format": "webp", "quality": 82, "captureBeyondViewport": full}
    taken = driver.execute_cdp_cmd("Page.captureScreenshot", wanted)
    target.write_bytes(base64.b64decode(taken["data"]))


def main() -> None:
    """Make all of them."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with browser() as driver:
        for page in pages(folder):
            for name, (width, height) in WIDTHS.items():
                for dark in (False, True):
                    look(driver, width, height, dark=dark)
                    target = folder / f"{page.stem}-{name}-{'dark' if dark else 'light'}.webp"
                    shoot(driver, page, target, full=False)
                    print(target)
        look(driver, 960, 1080, scale=1.25)
        shoot(driver, folder / "shao-cards.html", PICTURE, full=False)
        print(PICTURE)


if __name__ == "__main__":
    main()
