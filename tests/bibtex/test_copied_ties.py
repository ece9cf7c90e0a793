"""No-break spaces that were copied into a file.  Oracle: TeX has a tie for those that are meant."""

from __future__ import annotations

from publist.bibtex.latex import decode


def test_a_tie_between_words_that_was_copied_is_a_blank_and_that_of_tex_stays() -> None:
    assert decode("On\u00a0Rivers and\u00a0Lakes").text == "On Rivers and Lakes"
    assert decode("Fig.~3 of two").text == "Fig.\u00a03 of two"


def test_the_tie_before_a_french_colon_stays() -> None:
    assert decode("Le lac\u00a0: une introduction").text == "Le lac\u00a0: une introduction"
