"""LaTeX values as rich text; what TeX prints, by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.bibtex.latex import decode, verbatim
from publist.bibtex.latex.encode import encode
from publist.richtext import LinkSpan, Span, plain


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (r"G{\"o}del \'{\i} \'\i \v{s} \c C \~{\^{e}} \H{o}", "Gödel í í š Ç ễ ő"),
        (r"{\L}ukasz Stra\ss e \aa ngstrom \O{}yvind", "Łukasz Straße ångstrom Øyvind"),
        ("``a'' `b' don't --- 1--2 A~B", "“a” ‘b’ don’t — 1–2 A\u00a0B"),
        (r"R\&D 50\% \$5 \#1 a\_b \{x\}", "R&D 50% $5 #1 a_b {x}"),
        (r"\foo{bar} and \baz qux", "bar and qux"),
        (r"\textregistered{} \texttrademark \copyright", "® ™ ©"),
        ("A &amp; B caf&eacute; &#8211; \\&lt;", "A & B café – <"),
        (r"$\alpha \leq \beta$ $x_i^2$ $\mathbb{R}$ $\frac{1}{2}$ $10^\circ$", "α ≤ β xi2 ℝ ½ 10°"),
        (r"\(a+b\) \ensuremath{\mu}m", "a+b μm"),
        (r"\ce{H2O} \SI{5}{\milli\meter}", "H2O 5\u00a0mm"),
        (r"costs $5 and \$6", "costs $5 and $6"),
        (r"{\bf Bold", "Bold"),
        (r"\emph{a", "a"),
        ("a } b", "a b"),
        (r"\mnras", "Monthly Notices of the Royal Astronomical Society"),
        (r"<a href='x'>t</a> <i>y", "t <i>y"),
    ],
)
def test_a_value_is_read_as_tex_prints_it(value: str, text: str) -> None:
    assert " ".join(plain(decode(value).text).split(" ")).replace("  ", " ") == text


def test_fonts_become_spans() -> None:
    assert decode(r"a \emph{b \textbf{c}} {\sc d}").text == (
        "a ", Span("italic", ("b ", Span("bold", ("c",)))), " ", Span("small-caps", ("d",)),
    )  # fmt: skip


def test_inner_braces_keep_the_case_of_titles_only() -> None:
    assert decode("The {DNA} of {M{\\\"u}nchen}", keep_case=True).text == (
        "The ", Span("nocase", ("DNA",)), " of ", Span("nocase", ("München",)),
    )  # fmt: skip
    assert decode("The {DNA}").text == "The DNA"
    assert decode(r"{\'E}tude", keep_case=True).text == "Étude"


def test_a_link_keeps_its_target() -> None:
    assert decode(r"\href{http://a.b/x\_y}{t}").text == (LinkSpan("http://a.b/x_y", ("t",)),)


@pytest.mark.parametrize(
    ("value", "rule"), [(r"\foo{x}", "unknown-command"), (r"$\foo x$", "math"), ("{x", "unbalanced-braces")]
)
def test_what_is_not_known_is_said(value: str, rule: str) -> None:
    assert [note[0].id for note in decode(value).notes] == [rule]


def test_a_formula_without_a_form_on_one_line_stays_as_typed() -> None:
    assert plain(decode(r"a $\foo{x}$").text) == r"a $\foo{x}$"


def test_a_url_is_never_tex() -> None:
    assert verbatim(r"\url{http://a.org/\~{}x\_y%20z#f}") == "http://a.org/~x_y%20z#f"


def test_a_long_value_is_read_in_parts_like_a_short_one() -> None:
    words = "word " * 40
    short = decode(r"a \emph{b} c").text
    assert plain(decode(rf"{words}\emph{{b}} {words}\foo{{c}} {words}").text) == (
        f"{words}b {words}c {words}".strip()
    )
    assert plain(short) == "a b c"


_PIECES = (r"\emph{a}", "{b}", "c d", r"\{", r"\}", "$x^2$", "{}", r"{\ensuremath{\sim}}", r"\S" + "{}" * 9)


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map("".join))
def test_braces_around_all_of_a_value_change_nothing(value: str) -> None:
    assert decode("{" + value + "}").text == decode(value).text


@given(st.text(alphabet="ab \\{}$%&~^_'`\"-<>i/;\n\u00e9", max_size=60))
def test_no_value_breaks_the_reader(value: str) -> None:
    for keep_case in (False, True):
        assert isinstance(plain(decode(value, keep_case=keep_case).text), str)


@settings(max_examples=200)
@given(st.text(alphabet="abc \\{}$%&~^_'`\"-<>#éß–", max_size=30))
def test_what_is_encoded_is_read_as_the_same_text(text: str) -> None:
    text = " ".join(text.split())
    assert plain(decode(encode(text)).text) == text


@pytest.mark.parametrize(
    "value",
    [
        r"$\frac{x^2}{y}$",  # found by fuzzing: a fraction of rich text
        "$" + "^" * 5_000 + "$",
        "$" + r"\sqrt" * 5_000 + "{x}$",
        r"\bf " * 2_000 + "x",
        r"\emph" * 2_000 + "{x}",
        r"\'" * 5_000 + "x",
        "<i>" * 5_000 + "x" + "</i>" * 5_000,
        "{" * 5_000 + r"\x" + "}" * 5_000,
        r"\footnote{" * 30 + "}" * 30,
        r"\begin{a}" * 500,
        r"\(" * 3_000,
        r"\(a$" * 3_000,
        r"\SI[" * 2_000,
        r"\verb",
        r"\verb" * 2_000 + "|",
    ],
)
def test_deep_nesting_ends_soon(value: str) -> None:
    assert isinstance(plain(decode(value).text), str)
