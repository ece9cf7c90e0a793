"""What is made of the templates is up to date, and writes what jinja2 writes with the same templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist import pipeline
from publist.documents import fragment, precompile
from publist.listing import Section
from publist.settings.formats import Name
from publist.settings.look import options_for
from publist.settings.options import Page
from publist.settings.project import Links, Owner, Project
from tests.data import ROOT

# Everything that a template asks for is there in one of these, and absent in another.
BIB = r"""
@inproceedings{a<b, title = {On $x^2$ & {{jinja}} {% raw %}},
  author = {Shao*, Wenqi and Luo*, Ping and Ng, A},
  booktitle = {Proc. of "X"}, year = 2024, oral = {true}, award = {Best Paper}, spotlight = {yes}, abbr = {X},
  code = {https://example.org/?a=1&b=2}, pdf = {javascript:alert(1)}, slides = {a.pdf}, bibtex_show = {true},
  preview = {a.png}, additional_info = {With a note}}
@article{plain, title = {Plain}, journal = {J}, year = 2024}
@misc{undated, title = {Undated}, url = {https://example.org}}
"""
LOOKS = {
    "bare": {},
    "marks": {"legend": "entry", "max-authors": 2, "summary": True, "numbering": "section"},
    "cut": {"limit": 1, "more-url": "https://example.org/all", "style": "ieee"},
    "flat": {"group-by": "none", "heading-level": 6},
    "deep": {"group-by": "type-year", "locale": "zh-CN", "heading-level": 5},
}


def test_the_functions_are_made_of_the_templates() -> None:
    """After a change of a template: ``python -m publist.documents.precompile``."""
    assert precompile.TARGET.read_text(encoding="utf-8") == precompile.source()


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("format_", precompile.FORMATS)
@pytest.mark.parametrize("name", ["own", "shao.bib", "shao-news.bib", "none"])
def test_they_write_what_jinja2_writes(
    name: str, format_: Name, look: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bib = tmp_path / "my.bib"
    texts = {"own": BIB, "none": "% nothing\n"}
    bib.write_text(
        texts[name] if name in texts else (ROOT / "bib" / name).read_text(encoding="utf-8"), encoding="utf-8"
    )
    project = Project(owner=Owner("Wenqi Shao"), links=Links(icons={"code": "fa fa-github"}), badges={})
    options = options_for({**look, "format": format_}, project)
    source = pipeline.read([bib])
    quick = pipeline.render(source, options).data
    monkeypatch.setattr(fragment, "LISTS", {})
    assert quick == pipeline.render(source, options).data


def test_a_template_of_ones_own_is_no_function(tmp_path: Path) -> None:
    template = tmp_path / "own.j2"
    template.write_text("{{ sections | length }} sections", encoding="utf-8")
    page = Page(template=template)
    assert fragment.fragment([Section("2024", [])], "html", page) == "1 sections\n"
