"""The same people, roles and marks in every style and format.

Oracle: by hand; two entries of the first homepage, with a corresponding author and a student added.  Order
and form of names are the style's; who is bold and which marks stand behind whom is the same in all.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publist.cli import main

BIB = r"""@inproceedings{luo2019towards,
  title         = {Towards understanding regularization in batch normalization},
  author        = {Luo$^{*}$, Ping and Wang\textsuperscript{*}, Xiaogang and Shao*, Wenqi and Peng, Z.},
  booktitle     = {International Conference on Learning Representations},
  year          = {2019},
  corresponding = {Ping Luo},
}
@inproceedings{zhang2021ddq,
  title     = {Differentiable Dynamic Quantization with Mixed Precision and Adaptive Resolution},
  author    = {Zhang, Z. and Shao, Wenqi and Gu, J.},
  author+an = {2=student},
  booktitle = {International Conference on Machine Learning},
  year      = {2021},
}
"""
SETTINGS = """
[owner]
name = "W. Shao"

[[people]]
name = "Ping Luo"
url = "http://luoping.me/"
group = "lab"

[groups]
lab = "em"
"""
STYLES = {
    "ieee": ("P. Luo", "X. Wang", "W. Shao"),
    "apa": ("Luo, P.", "Wang, X.", "Shao, W."),
    "nature": ("Luo, P.", "Wang, X.", "Shao, W."),
    "modern-language-association": ("Luo, Ping", "", ""),  # one name of four, then "et al."
    "homepage": ("P. Luo", "X. Wang", "W. Shao"),
}
LEGEND = ["* Equal contribution", "✉ Corresponding author", "§ Student"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "publist.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def render(*options: str) -> Result:
    result = CliRunner().invoke(
        main, ["render", "my.bib", "--no-keep-highlighted", "--sort", "file", *options]
    )
    assert result.exit_code == 0, result.stderr
    return result


@pytest.mark.parametrize("style", STYLES)
def test_html(folder: Path, style: str) -> None:
    text = render("--style", style).stdout
    luo, wang, shao = STYLES[style]
    equal = '<sup class="publist-mark publist-equal">*</sup>'
    student = '<sup class="publist-mark publist-student">§</sup>'
    assert (
        f'<a href="http://luoping.me/"><em class="publist-highlight">{luo}</em></a>{equal}'
        '<sup class="publist-mark publist-corresponding">✉</sup>'
    ) in text
    if wang:
        assert f'<span class="publist-name publist-author">{wang}{equal}</span>' in text
        assert f'<strong class="publist-highlight">{shao}</strong>{equal}' in text
        assert f'<strong class="publist-highlight">{shao}</strong>{student}' in text
    legend = re.findall(r'<p class="publist-legend">(.*?)</p>', text)
    assert [re.sub(r"<[^>]+>", "", part) for part in legend] == ["; ".join(LEGEND if wang else LEGEND[:2])]


@pytest.mark.parametrize("style", STYLES)
def test_markdown(folder: Path, style: str) -> None:
    text = render("--style", style, "--format", "markdown").stdout
    luo, wang, shao = STYLES[style]
    assert f"[_{luo}_](http://luoping.me/)\\*✉" in text
    if wang:
        assert f"{wang}\\*" in text
        assert f"**{shao}**\\*" in text
        # a letter right behind "W.**" would keep the bold open (CommonMark 0.31, 6.2)
        assert f"**{shao}**{'&#167;' if shao.endswith('.') else '§'}" in text
    assert text.rstrip().endswith("; ".join(LEGEND if wang else LEGEND[:2]).replace("*", "\\*"))


@pytest.mark.parametrize("style", STYLES)
def test_json(folder: Path, style: str) -> None:
    data = json.loads(render("--style", style, "--format", "json", "--group-by", "none").stdout)
    first, second = data["sections"][0]["entries"]
    assert first["people"] == [
        {
            "name": "Ping Luo", "role": "author", "owner": False, "equal": True,
            "roles": ["equal", "corresponding"], "highlight": ["em"], "url": "http://luoping.me/",
        },
        {"name": "Xiaogang Wang", "role": "author", "owner": False, "equal": True},
        {"name": "Wenqi Shao", "role": "author", "owner": True, "equal": True},
        {"name": "Z. Peng", "role": "author", "owner": False, "equal": False},
    ]  # fmt: skip
    assert [person.get("roles", []) for person in second["people"]] == [[], ["student"], []]


def test_the_legend_of_each_entry_and_none(folder: Path) -> None:
    text = render("--legend", "entry", "--format", "markdown").stdout
    assert "  \\* Equal contribution; ✉ Corresponding author\n" in text
    assert "  § Student\n" in text
    assert "Student" not in render("--legend", "none", "--format", "markdown").stdout


def test_the_legend_in_german(folder: Path) -> None:
    assert (
        "\\* Gleicher Beitrag; ✉ Korrespondenz" in render("--locale", "de-DE", "--format", "markdown").stdout
    )


def test_a_long_list_of_names_is_cut_and_unfolds_in_html(folder: Path) -> None:
    text = render("--max-authors", "1", "--keep-highlighted").stdout
    assert "</span>, …, <span" in text
    assert " and 2 others</div>" in text
    assert '<details class="publist-names"><summary>All names</summary>' in text
    unfolded = re.sub(r"<[^>]+>", "", text.split("<summary>All names</summary>")[1].split("</details>")[0])
    assert unfolded == "P. Luo*✉, X. Wang*, W. Shao*, Z. Peng"


NINE = """@article{nine, title = {Nine names}, journal = {J. X}, year = 2021, author = {Luo, Ping
  and Wang, Xiaogang and Peng, Z. and Ge, Y. and Xie, E. and Li, Hong and Shao*, Wenqi and Sun, P.
  and Zhao, X.}}"""


@pytest.mark.parametrize(
    ("style", "start"),
    [
        ("ieee", "[1] P. Luo, …, W. Shao*, … et al., “Nine names,”"),
        ("nature", "1. Luo, P., …, Shao, W.*, … et al. Nine names."),
        ("modern-language-association", "Luo, Ping, …, Wenqi Shao*, … et al. “Nine Names.”"),
        (
            "apa",
            "Luo, P., Wang, X., Peng, Z., Ge, Y., Xie, E., Li, H., Shao, W.*, Sun, P., & Zhao, X. (2021).",
        ),
        ("homepage", "Nine names P. Luo, X. Wang, Z. Peng, Y. Ge, E. Xie, H. Li, W. Shao*, P. Sun, X. Zhao"),
    ],
)
def test_the_owner_is_never_hidden_by_et_al(folder: Path, style: str, start: str) -> None:
    (folder / "my.bib").write_text(NINE, encoding="utf-8")
    text = render("--style", style, "--format", "text", "--width", "0", "--keep-highlighted").stdout
    assert start in " ".join(text.split())


def test_et_al_is_left_to_the_style_if_asked(folder: Path) -> None:
    (folder / "my.bib").write_text(NINE, encoding="utf-8")
    assert "P. Luo et al.," in render("--style", "ieee", "--format", "text").stdout


def test_what_al_folio_shows_beside_a_citation(folder: Path) -> None:
    (folder / "my.bib").write_text(
        "@book{a, title = {{On} {{x}}}, author = {Luo, Ping}, year = 2020, preview = {x.png},"
        " bibtex_show = {true}, additional_info = {Second printing}, _note = {secret}}",
        encoding="utf-8",
    )
    (folder / "publist.toml").write_text('[links]\nfolders = {preview = "/img"}\n', encoding="utf-8")
    text = render().stdout
    assert '<img class="publist-preview" src="/img/x.png" alt="">' in text
    assert '<div class="publist-note">Second printing</div>' in text
    assert '<details class="publist-bibtex"><summary>BibTeX</summary><pre>@book&#123;a,' in text
    assert "{{" not in text  # Jekyll would run it
    assert "secret" not in text


@pytest.mark.parametrize(
    ("option", "expression", "listed"),
    [
        ("--select", 'position == 3 and "lab" in groups', ["luo2019towards"]),
        ("--select", '"student" in roles', ["zhang2021ddq"]),
        ("--select", '"W. Shao" in author and "Ping Luo" in authors', ["luo2019towards"]),
        ("--select", 'type == "inproceedings"', ["luo2019towards", "zhang2021ddq"]),
        ("--select", 'type == "paper-conference"', ["luo2019towards", "zhang2021ddq"]),
        ("--exclude", "year >= 2021", ["luo2019towards"]),
        ("--select", 'corresponding and date == "2019"', ["luo2019towards"]),
    ],
)  # fmt: skip
def test_selection_on_entries(folder: Path, option: str, expression: str, listed: list[str]) -> None:
    result = render(option, expression, "--format", "json", "--group-by", "none")
    (section,) = json.loads(result.stdout)["sections"]
    assert [entry["id"] for entry in section["entries"]] == listed
    assert f"2 entries read, {len(listed)} listed" in result.stderr


def test_a_limit_says_how_many_more_there_are(folder: Path) -> None:
    result = render("--limit", "1", "--more-url", "/all/", "--format", "markdown")
    assert "[and 1 more](/all/)" in result.stdout
    assert result.stderr.endswith("2 entries read, 1 listed, 1 left out, 0 refused\n")


def test_a_broken_selection_is_one_line_and_writes_nothing(folder: Path) -> None:
    result = CliRunner().invoke(main, ["render", "my.bib", "--select", "year >="])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "error: expected a value, found the end, at character 8 of: year >=\n"


def test_a_name_that_nothing_has_is_a_warning(folder: Path) -> None:
    result = render("--select", "yaer >= 2019")
    assert (
        "warning: no entry has yaer (at character 1); did you mean year? [select-unknown-name]"
        in result.stderr
    )
