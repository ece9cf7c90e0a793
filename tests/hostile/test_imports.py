r"""What others send to be imported: a list or one clear error, and no entry that is not theirs.

Oracles: exit code 0 or 2, no exception, and this project's reader for what is written.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from publist.bibtex import loads
from publist.cli import main

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_RECORD = "<records><record><titles><title>{}</title></titles></record></records>"
_WORK = {"id": "https://openalex.org/W1", "title": "T", "publication_year": 2020}
_EVIL = "T}\n\n@book{evil, title = {x}}\n@book{e2,\n"
_ALIASES = "\n".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]" for n in range(1, 40))

FILES = {
    "laughs.xml": f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]>{_RECORD.format("&l9;")}',
    "outside.xml": f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{_RECORD.format("T &e;")}',
    "deep.xml": "<records>" + "<record>" * 5_000,
    "digits.xml": f"<dblp><article key='a'><title>T</title><year>{'9' * 5_000}</year></article></dblp>",
    "deep.json": "[" * 50_000,
    "deep-objects.json": '{"a":' * 50_000,
    "digits.json": json.dumps(_WORK).replace("2020", "9" * 5_000),
    "half.json": json.dumps(_WORK | {"title": "\ud800 T"}),
    "half-key.json": json.dumps([{"id": "\ud800", "type": "book", "title": "T", "note": "\udfff"}]),
    "infinite.json": json.dumps(_WORK).replace("2020", "1e999"),
    "aliases.yaml": f"k0: &k0 [x]\n{_ALIASES}\nreferences: [{{title: T, type: book, note: *k39}}]",
    "merged.yaml": "k0: &k0 {x: y}\n"
    + "".join(f"k{n}: &k{n} {{<<: [{', '.join([f'*k{n - 1}'] * 9)}]}}\n" for n in range(1, 40)),
    "ring.yaml": "references:\n- &a {title: T, type: book, author: *a}",
    "deep.yaml": "references: " + "[" * 5_000,
    "objects.yaml": "references: [!!python/object/apply:os.system ['exit 1']]",
    "half.yaml": 'references: [{title: "\\uD800", type: book}]',
    "digits.yaml": f"references: [{{title: T, type: book, volume: {'9' * 5_000}}}]",
    "digits.md": f"+++\ntitle = 'T'\nvolume = {'9' * 5_000}\n+++\n",
    "deep.md": f"+++\na = {'[' * 5_000}\n+++\n",
    "long.ris": f"TY  - JOUR\nTI  - T\nAU  - {'A' * 100_000}\nPY  - {'9' * 5_000}\nER  - \n",
    "evil.ris": f"TY  - \x1b[31m\nTI  - {_EVIL}\nID  - k,\nUR  - http://x/}},\nC1  - {_EVIL}\nER  - \n",
    "evil.json": json.dumps(_WORK | {"title": _EVIL, "language": _EVIL, "doi": f"10.1/{_EVIL}"}),
    "evil.yaml": json.dumps([{"title": _EVIL, "authors": [_EVIL], "year": "2020", "a}": _EVIL}]),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_gives_its_works_or_one_error(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(FILES[name], encoding="utf-8")
    done = CliRunner().invoke(main, ["import", str(path)])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code in (0, 2)
    assert done.exit_code == 0 or len(done.stderr.strip().splitlines()) == 1
    assert "root:" not in done.stdout
    assert not any(letter < " " and letter != "\n" for letter in done.stdout + done.stderr)
    read = loads(done.stdout)
    assert (len(read.entries), read.refused) == (int(done.exit_code == 0), 0)


@pytest.mark.parametrize("value", ["[" * 5_000, "9" * 5_000, "x = " * 10, "[[[a]]]", "\x00"])
def test_a_publist_toml_that_cannot_be_read_is_one_error(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "publist.toml").write_text(f"bibliography = {value}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["build"])
    assert isinstance(done.exception, SystemExit)
    assert done.exit_code == 2
    assert len(done.stderr.strip().splitlines()) == 1
