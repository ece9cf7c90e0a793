"""The words of CSL 1.0.2: which variables and terms there are (Appendix I and IV)."""

from __future__ import annotations

from publist.item import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES
from publist.patterns import pattern

VARIABLES = NAME_VARIABLES | DATE_VARIABLES | NUMBER_VARIABLES | TEXT_VARIABLES
_NUMBERED_TERM = pattern(r"(?:long-)?ordinal(?:-\d\d)?|month-\d\d|season-0[1-4]")
# Terms whose name is several words, and all others.
_PHRASES = frozenset({"and others", "available at", "in press", "no date", "presented at"})
_TERMS = _PHRASES | frozenset(
    "accessed act ad advance-online-publication album and anonymous appendix article article-journal "
    "article-locator article-magazine article-newspaper at audio-recording author bc bce bill book "
    "broadcast by canon ce chair chapter chapter-number circa citation-number cited classic "
    "close-inner-quote close-quote collection collection-editor collection-number colon column comma "
    "compiler composer container-author contributor curator dataset director document edition editor "
    "editor-translator editorial-director editortranslator elocation entry entry-dictionary "
    "entry-encyclopedia equation et-al event executive-producer figure film first-reference-note-number "
    "folio forthcoming from graphic guest hearing henceforth host ibid illustrator in internet interview "
    "interviewer issue legal_case legislation letter line loc-cit manuscript map motion_picture "
    "musical_score narrator no-place no-publisher note number number-of-pages number-of-volumes on online "
    "op-cit open-inner-quote open-quote opus organizer original-author original-work-published page "
    "page-first page-range-delimiter pamphlet paper-conference paragraph part patent performance "
    "performer periodical personal-communication personal_communication podcast podcast-episode post "
    "post-weblog preprint printing producer radio-broadcast radio-series radio-series-episode recipient "
    "reference regulation report retrieved review review-book review-of reviewed-author rule scale scene "
    "script-writer section semicolon series-creator software song special-issue special-section speech "
    "standard sub-verbo supplement table television-broadcast television-series television-series-episode "
    "thesis timestamp title-locator translator treaty verse version video volume webpage "
    "working-paper".split()
)


def is_term(name: str) -> bool:
    """Whether CSL has such a term, e.g. ``et-al`` or ``month-01``."""
    return name in _TERMS or _NUMBERED_TERM.fullmatch(name) is not None
