"""What ``--fix`` mends.  Oracle: its documentation; a second run; the fields of the file before and after."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from publist import bibtex, inputs, mending, pipeline
from publist.cli import main
from publist.mending import Mending
from publist.settings.options import Persons
from tests.data import shared


def mended(data: bytes, name: str = "a.bib") -> Mending:
    """A file's mending in memory."""
    file = inputs.Input(name, data)
    return mending.mended([file], (), lambda source: pipeline.checked(source, Persons()))


def text_of(text: str) -> str:
    """A file's text, mended."""
    return mended(text.encode()).files.get("a.bib", text.encode()).decode()


def entry(*fields: str) -> str:
    """An entry with these fields, which nothing else is wrong with."""
    return "@book{a,\n  author = {Doe, J.},\n  year = {2020},\n  " + ",\n  ".join(fields) + ",\n}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("pages = {12-34}", "pages = {12--34}"),
        ('pages = "12 - 34" ', 'pages = "12--34" '),
        ("doi = {https://doi.org/10.1000/182}", "doi = {10.1000/182}"),
        ("doi = {doi: 10.1000/182}", "doi = {10.1000/182}"),
        ("url = {https://dx.doi.org/10.1000/182}", "doi = {10.1000/182}"),
        ("note   = {doi: 10.1000/182}", "doi   = {10.1000/182}"),
        ("url = {https://x.org/a?b=1&utm_source=c}", "url = {https://x.org/a?b=1}"),
        ("month = {January}", "month = jan"),
        ('month = "Sept."', "month = sep"),
        ("title = {Salt &amp; K&uuml;mmel &#8211; more}", "title = {Salt \\& Kümmel – more}"),
        ("title = {{A title.}}", "title = {{A title}}"),
        ("title = {Salt &amp; pepper.}", "title = {Salt \\& pepper}"),
    ],
)
def test_one_place_is_mended(before: str, after: str) -> None:
    assert text_of(entry(before)) == entry(after)


def test_a_doubled_link_goes_with_its_line() -> None:
    doubled = entry("url = {https://doi.org/10.1000/182}", "doi = {10.1000/182}")
    assert text_of(doubled) == entry("doi = {10.1000/182}")


def test_a_venue_gets_the_name_that_most_entries_have() -> None:
    names = ["Phys. Rev. Lett.", "Physical Review Letters", "Physical Review Letters"]
    text = "".join(
        f"@article{{k{place}, author={{Doe, J.}}, title={{T{place}}}, year=2020, journal = {{{name}}}}}\n"
        for place, name in enumerate(names)
    )
    assert text_of(text) == text.replace("Phys. Rev. Lett.", "Physical Review Letters")


@pytest.mark.parametrize(
    "fields",
    [
        ("pages = 12 # {-34}",),
        ("note = {See doi: 10.1000/182}",),
        ("url = {https://doi.org/10.1000/182}", "doi = {}"),
        ("url = {https://x.org/a?b=1\\&utm\\_source=c}",),
        ("title = {A &lt;b&gt; c}",),
        ("month = {Enero}",),
        ("month = {3}",),
    ],
)
def test_what_has_no_safe_mending_stays(fields: tuple[str, ...]) -> None:
    assert mended(entry(*fields).encode()).files == {}


def test_an_entry_with_a_broken_place_is_left_alone_and_said() -> None:
    broken = entry("pages = {12-34}").replace("{2020},", "{2020}")
    found = mended((broken + entry("pages = {1-2}").replace("{a,", "{b,")).encode())
    ((problem, place),) = found.left
    assert (problem.rule.id, place.rule.id, place.line) == ("page-hyphen", "missing-comma", 3)
    after = found.files["a.bib"].decode()
    assert "{12-34}" in after
    assert "{1--2}" in after


def test_a_file_of_two_encodings_is_left_alone() -> None:
    data = entry("pages = {1-2}", "note = {\u00e9}").encode("latin-1")
    found = mended(data)
    assert found.files == {}
    assert [place.rule.id for _, place in found.left] == ["encoding"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_the_place_changes(newline: str) -> None:
    text = "\ufeff% publist\n" + entry("pages = {1-2}", "note = {x}") + "junk\n"
    data = text.replace("\n", newline).encode()
    assert mended(data).files["a.bib"] == data.replace(b"{1-2}", b"{1--2}")


FIELDS_MENDED = {
    "page-hyphen": {"pages"}, "month-word": {"month"}, "doubled-link": {"url", "ee"}, "tracking": set(),
    "title-full-stop": {"title"}, "doi-form": {"doi"}, "doi-as-url": {"url", "doi"},
    "doi-in-note": {"note", "howpublished", "doi"}, "html-entity": set(),
    "venue-names": {"journal", "journaltitle", "journal-full", "fjournal"},
}  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize(
    "path",
    [*sorted(shared("bibtex", "corpus").glob("*.bib")), *sorted(shared("bibtex", "messy").glob("*.bib"))],
    ids=lambda path: path.name,
)
def test_in_real_files_only_named_fields_change_and_a_second_run_finds_nothing(path: Path) -> None:
    data = path.read_bytes()
    try:
        found = mended(data, path.name)
    except pipeline.InputError:
        return
    after = found.files.get(path.name, data)
    assert not mended(after, path.name).done
    old, new = (bibtex.load_bytes(one, path.name).entries for one in (data, after))
    assert [(one.type, one.key) for one in old] == [(one.type, one.key) for one in new]
    touched: dict[str, set[str]] = {}
    for problem in found.done:
        names = FIELDS_MENDED[problem.rule.id] or {problem.field}
        touched.setdefault(problem.key, set()).update(names)
    for one, two in zip(old, new, strict=True):
        names = {name for name in one.fields | two.fields if one.get(name) != two.get(name)}
        is_known = one.key in touched or any(key.startswith(f"{one.key}-") for key in touched)
        assert not names or (is_known and names <= set().union(*touched.values()))
        if one.key in touched and not any(key.startswith(f"{one.key}-") for key in touched):
            assert names <= touched[one.key]


def test_a_file_is_written_with_fix_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.bib"
    path.write_text(entry("pages = {1-2}"))
    run = CliRunner()
    assert run.invoke(main, ["check", "a.bib"]).exit_code == 0
    shown = run.invoke(main, ["check", "--diff", "a.bib"])
    assert shown.exit_code == 1
    assert "-  pages = {1-2},\n+  pages = {1--2},\n" in shown.stdout
    assert path.read_text() == entry("pages = {1-2}")
    result = run.invoke(main, ["check", "--fix", "--ignore", "missing-title", "a.bib"])
    assert (result.exit_code, result.stdout) == (0, "nothing found\n")
    assert result.stderr == "mended in 1 file: 1 page-hyphen\n"
    assert path.read_text() == entry("pages = {1--2}")
    assert run.invoke(main, ["check", "--diff", "a.bib"]).exit_code == 0


def test_what_is_ignored_is_not_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.bib"
    text = "% publist: ignore page-hyphen\n" + entry("pages = {1-2}", "month = {May}")
    path.write_text(text)
    assert CliRunner().invoke(main, ["check", "--fix", "--ignore", "month-word", "a.bib"]).exit_code == 0
    assert path.read_text() == text


def test_standard_input_is_no_file_to_mend() -> None:
    result = CliRunner().invoke(main, ["check", "--fix", "-"], input="@book{a}")
    assert (result.exit_code, "need files" in result.output) == (2, True)
