"""The templates that the reference prints, and templates of one's own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from publist import pipeline
from publist.errors import InputError
from publist.listing import Section
from publist.output import document
from publist.settings.formats import FORMATS, FormatName
from publist.settings.look import options_for
from publist.settings.options import Page
from publist.settings.project import Links, Owner, Project
from tests.data import ROOT

REFERENCE = (ROOT / "docs" / "reference" / "templates.md").read_text(encoding="utf-8")
PRINTED = dict(
    re.findall(r"^### `list\.(\w+)\.j2`\n\n```jinja\n(.*?)^```$", REFERENCE, re.MULTILINE | re.DOTALL)
)

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


def test_the_reference_prints_two_whole_templates() -> None:
    assert list(PRINTED) == ["html", "markdown"]


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("format_", PRINTED)
@pytest.mark.parametrize("name", ["own", "shao.bib", "shao-news.bib", "none"])
def test_they_write_what_the_writers_write(
    name: str, format_: FormatName, look: dict[str, object], tmp_path: Path
) -> None:
    bib, template = tmp_path / "my.bib", tmp_path / "printed.j2"
    texts = {"own": BIB, "none": "@misc{h, title = {Hidden}, hidden = {true}}\n"}
    bib.write_text(
        texts[name] if name in texts else (ROOT / "bib" / name).read_text(encoding="utf-8"), encoding="utf-8"
    )
    template.write_text(PRINTED[format_], encoding="utf-8")
    project = Project(owner=Owner("Wenqi Shao"), links=Links(icons={"code": "fa fa-github"}), badges={})
    source = pipeline.read([bib])
    packaged = options_for({**look, "format": format_}, project)
    printed = options_for({**look, "format": format_, "template": str(template)}, project)
    assert pipeline.render(source, printed).data == pipeline.render(source, packaged).data


@pytest.mark.parametrize("format_", ["html", "markdown", "latex", "typst", "text", "rtf"])
def test_every_format_of_text_takes_a_template(format_: FormatName, tmp_path: Path) -> None:
    template = tmp_path / "own.j2"
    template.write_text("{{ sections | length }} {{ title | rich }}", encoding="utf-8")
    page = Page(template=template, title="a_b", width=20)
    made = document.document([Section("2024", [])], format_, page).decode("utf-8")
    assert made.startswith("1 a")


@pytest.mark.parametrize("format_", [name for name, one in FORMATS.items() if one.kind == "fragment"])
def test_a_plain_list_needs_no_jinja2(format_: FormatName) -> None:
    program = f"""
import sys
from pathlib import Path
from publist import pipeline
from publist.errors import InputError
from publist.settings.look import options_for
assert pipeline.render(pipeline.read([Path("bib/shao.bib")]), options_for({{"format": "{format_}"}})).data
assert "jinja2" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)


@pytest.mark.parametrize(
    "template",
    [
        '{% include "x" %}', '{% import "x" as y %}', "{{ 1/0 }}", "{{ 5|rich }}", "{{ range(1000000) }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "{{ missing.x }}", "{{ [].x.y }}",
        "{{ {}['a'].b }}",
        "{{ 'x' * 10**3 * 10**3 * 10**3 }}", "{{ 9**9999999 }}", "{{ 'x'.ljust(9999999999) }}",
        "{{ 'a' + 1 }}", "{{ 'x'|center(9999999999) }}",
        "{{ 'x'|heading }}", "{{ title|link }}", "{{ ''.__class__ }}", "{{ 'x'|int(1, 2, 3, 4) }}",
        "{% for i in range(99999) %}{{ 'x' * 99999 }}{% endfor %}",
        *[
            "{% set n = namespace(x='ab') %}{% for i in range(99) %}" + step + "{% endfor %}"
            for step in (
                "{% set n.x = n.x ~ n.x %}", "{% set n.x = n.x + n.x %}", "{% set n.x = [n.x, n.x]|join %}",
                "{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}", "{% set n.x = n.x.join('ababab') %}",
                "{% set n.x = '%s%s'|format(n.x, n.x) %}", "{% set n.x = n.x|replace('a', 'aa') %}",
            )
        ],
        "{% macro m(x, i) %}{{ x }}{% if i %}{{ m(x ~ x, i - 1) }}{% endif %}{% endmacro %}{{ m('ab', 40) }}",
        "{% if %}", "{{ 'x'|nofilter }}", "{% for %}", "{{",
    ],
)  # fmt: skip
@pytest.mark.parametrize("format_", ["html", "markdown"])
def test_what_a_template_does_wrong_is_one_line_with_its_place(
    template: str, format_: FormatName, tmp_path: Path
) -> None:
    path = tmp_path / "own.j2"
    path.write_text("{# a comment #}\nfine\n" + template + "\n", encoding="utf-8")
    page = Page(template=path)
    with pytest.raises(InputError) as failed:
        document.document([Section("", [])], format_, page)
    assert str(failed.value).startswith(f"{path}:3: ")
    assert len(str(failed.value).splitlines()) == 1


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux, which limits memory")
@pytest.mark.parametrize(
    "template",
    ["{{ '%9999999999d'|format(1) }}", "{{ ('a' * 9999999)|replace('a', 'b' * 9999) }}",
     "{{ '%9999999999d' % 1 }}", "{{ '{:>9999999999}'.format(1) }}"],
)  # fmt: skip
def test_one_step_that_takes_all_memory_is_stopped(template: str, tmp_path: Path) -> None:
    path = tmp_path / "own.j2"
    path.write_text(template, encoding="utf-8")
    with pytest.raises(InputError, match=r"own\.j2:1: the template failed: "):
        document.document([Section("", [])], "text", Page(template=path))
