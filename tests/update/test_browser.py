"""From nothing to a page, as a reader sees it.  Oracle: Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from tests.browsing import CHROMIUM, DRIVER, browser
from tests.sources.servers import ORCID_ID, orcid, summary
from tests.update.test_start import folder, run  # noqa: F401 - a fixture

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver"),
]
_HOSTILE = "<script>document.title = 'taken'</script><img src=x onerror=alert(1)> Whales"


def test_start_makes_a_page_that_lists_the_works_and_searches(folder: Path, httpserver: HTTPServer) -> None:  # noqa: F811 - the fixture's name
    pytest.importorskip("selenium")
    groups = [[summary(place, f"Whales of sea {place}", 1, f"10.1000/w{place}")] for place in range(60)]
    orcid(httpserver, *groups, [summary(60, _HOSTILE, 1, "10.1000/hostile")])
    assert run(ORCID_ID).exit_code == 0
    with browser(log_network=True) as window:
        window.get(Path("publications.html").resolve().as_uri())
        shown = "return [...document.querySelectorAll('li.publist-entry')].filter(e => e.offsetParent).length"
        assert window.execute_script(shown) == 61
        assert "Jane Doe" in window.title
        assert "<img src=x" in window.find_element("tag name", "body").text
        assert window.execute_script("return document.querySelectorAll('strong').length") >= 61
        window.find_element("css selector", "input[type=search]").send_keys("sea 17")
        window.execute_async_script("setTimeout(arguments[0], 500)")
        assert window.execute_script(shown) == 1
        asked = [one["message"] for one in window.get_log("performance")]
        assert not [one for one in asked if "Network.requestWillBeSent" in one and '"url":"http' in one]
