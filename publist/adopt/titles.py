"""Which stretches of an item may be its title, and what speaks for each."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import chain

from publist.adopt import names as naming
from publist.adopt import words
from publist.adopt.item import GONE, ListItem, words_of
from publist.adopt.names import TypedNames
from publist.adopt.shapes import PageNames
from publist.patterns import pattern
from publist.records import NamedTuple

_QUOTED = pattern(
    r"[“\"„«《‟]([^“”\"„«»《》\n]{3,400}?)[”\"»《》“]|‘([^‘\n]{8,300}?)’(?!\w)|``([^\n]{5,300}?)''"
    r"|(?<!\w)'([^'\n]{12,300}?)'(?!\w)"
)
# Whom a work is with: names stand behind it, and no title has it.
_WITH = (
    r"\((?:(?:joint(?:ly)?|together|joint work) )?(?:with|mit|avec|con)\s+(?=[^\W\d_a-z])"
    r"|\b(?:[Jj]oint(?:ly)?|[Tt]ogether|[Jj]oint work|[Ii]n collaboration|[Cc]o-?authored|[Gg]emeinsam"
    r"|[Ee]n collaboration) (?:with|mit|avec)\s"
)
WITH = pattern(_WITH)
_TYPE = r"\[(?:[CDJMNPRS]|EB)(?:/OL)?\]"  # of a work, as in China (GB/T 7714): Title[J]. Journal
TYPE = pattern(rf"\s?{_TYPE}(?://|\.)?")
_BOUNDARY = pattern(
    rf"[.?!。](?=\s|$|{GONE}|[”\"’»])|[,;，](?=\s)|\n|{GONE}|\s(?=\((?:19|20)\d\d)|\s(?=In:?\s)|\s[–—|]\s|\s-\s|--+|—"
    rf"|\s?(?={_TYPE})"
    rf"|\s(?={_WITH})"
)
LABEL = pattern(
    r"\s*(?:\[\w{1,6}\]|\(\w{0,2}\d{1,3}\)|[A-Z]{0,2}\d{1,3}[.):]|[A-Z]\d{1,3}\b|\d{1,3}\s*\n|•|·|▪|[*●◦‣](?=\s)|[–—-])\s*(?=\S)"
)
_TAG = pattern(r"\s*\[[^\[\]\n]{2,30}\]\s*[:.–-]?\s*(?=\S)")
_YEAR_FIRST = pattern(
    r"\s*[.,:]?\s*(?:\((?:19|20)\d\d[^()]{1,25}\)"
    rf"|\(?(?:19|20)\d\d[a-z]?(?:[,\s]+{words.MONTH}(?:\s+\d{{1,2}})?)?\)?"
    r"|\((?:to appear|accepted|submitted|under review|in review|pre-?print|forthcoming|in press|n\.d\."
    r"|im Erscheinen)\))\s*[.,:–—-]*\s*",
    re.IGNORECASE,
)
_PUNCTUATION = pattern(rf"[\s.,:;{GONE}–—|·-]*")
VENUE = pattern(
    r"\b(?:journal|trans(?:actions)?\.?|proc(?:eedings)?\b\.?|conference|workshop|symposium|annals"
    r"|letters|lecture notes"
    r"|advances in|press\b|springer|elsevier|arxiv|preprint|university|zeitschrift|revue|magazine"
    r"|bulletin|conf\."
    r"|j\.|int\.|lett\.|rev\.|ann\.|cvpr|iccv|eccv|iclr|icml|neurips|nips|aaai|ijcai|acl\b|emnlp"
    r"|naacl|siggraph|kdd\b|chi\b"
    r"|ieee|acm|usenix|working paper|technical report|ph\.?d\.? thesis|dissertation|verlag|actes|tagungsband"
    r"|in preparation|submitted|to appear|under review|forthcoming|accepted)",
    re.IGNORECASE,
)  # fmt: skip
_VOLUME_BEHIND = pattern(rf"[\s.,]*\d{{1,4}}[\s.,]*(?:\((?:19|20)\d\d\)|{GONE}{{4,6}})")
_LAST_NUMBER = pattern(r"\d*$")
# What may stand between title and names: who they are, the year, "by".
_NO_GAP = pattern(
    r"\((?:hrsg|eds?|hg)\.?\)|(?:19|20)\d\d[a-z]?|\b(?:with|by|mit|von|avec|par)\b", re.IGNORECASE
)
_NO_NAMES = pattern(r"[\d:()\[\]\"“”?!]")
_JOINING = pattern(
    r"[\s,;(]*\b(?:(?:joint(?:ly)?|together|joint work) )?(?:with|by|mit|von|avec|par|con)\s*$"
)
_NUMBERS = (
    r"(?i:\d{1,6}\s*\(\d{1,6}[–-]?\d{0,6}\)|\b(?:vol|pp|no|nr|bd|s)\.\s*\d"
    r"|\d{1,9}\s*[–-]{1,2}\s*\d+\b|\bvolume \d)"
)
# A meeting by its short form and year, e.g. NCC 2026 (Delhi), with few words before it.
_MEETING = r"\A(?:\S+ ){0,3}[A-Z]\w*[A-Z]\w*[\s’'-]*(?:(?:19|20)\d\d|[’']\d\d)\W*(?:\([^()]*\))?\W*\Z"
# What joins a title to what stands behind it, and ends none.
_OPEN = r"(?i:\b(?:the|an?|in|of|with|and|by|to appear|from|on|at|for|together|joint work)\W*$)"
_BEGINS_VENUE = r"\A(?!With |And )(?i:in|proc\w*\.?|appears|to appear|with|and|pp?\.|vol)\b[:\s]"
# What says of a text that it is no title, and how much.
_NO_TITLE = tuple(
    (points, pattern(sign))
    for points, sign in (
        (3, r"\A\("),
        (3, r"[,()]\s*(?:19|20)\d\d\)?\W*$"),
        (4, r"\A&"),
        (4, r"\A\W*(?:19|20)\d\d\W*\Z"),
        (4, _BEGINS_VENUE),
        (4, _NUMBERS),
        (4, _OPEN),
        (5, _MEETING),
        (6, rf"{_WITH}|{_TYPE}"),
    )
)
_CHINESE = pattern(r"[\u4e00-\u9fff]{5}")
_INNER_CAPITAL = pattern(r"[a-z]+[A-Z\d:]")  # "mRNA", "k3s"
_SENTENCE_ENDS = pattern(r"(?<=[\w)]{2})[.]\s+[A-Z]")
_LABEL_LINE = pattern(rf"[\s{GONE}]*(?:\S{{1,12}}\s*\n)?[\s{GONE}]*")  # a badge above the title


class Candidate(NamedTuple):
    """What may be the title: a stretch of the item, how it is set, and what speaks for it."""

    start: int
    end: int
    kind: str
    score: float


def candidates(
    item: ListItem, lists: list[TypedNames | None]
) -> Iterator[tuple[TypedNames | None, Candidate]]:
    """What may be the title of an item beside each of its lists of names, with its score."""
    set_apart = list(_set_apart(item))
    worths: dict[tuple[int, int, str], float] = {}
    for listed in lists:
        best: dict[tuple[int, int], Candidate] = {}
        for begin, finish, kind, base in chain(set_apart, _in_text(item, listed)):
            start, end = _trimmed(item.left, begin, finish)
            if end - start < 2 or (listed and start < listed.end and listed.start < end):
                continue
            if (start, end, kind) not in worths:
                worths[start, end, kind] = _worth(item, start, end, kind)
            score = base + worths[start, end, kind]
            if (start, end) not in best or best[start, end].score < score:
                best[start, end] = Candidate(start, end, kind, score)
        for one in best.values():
            yield listed, one._replace(score=one.score + _adjacent(item, listed, one.start, one.end))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in f' \n,.;:“"„«»”{GONE}—–|/':
        start += 1
    while end > start and text[end - 1] in f' \n,;:.“"„«»”{GONE}—–|/-':
        end -= 1
    return start, end


_Stretches = Iterator[tuple[int, int, str, float]]


def _set_apart(item: ListItem) -> _Stretches:
    """Every stretch that is set apart from the text around it, how, and what that alone is worth."""
    for match in _QUOTED.finditer(item.left):
        group = match.lastindex or 0
        yield match.start(group), match.end(group), "quote", 7
    for style, worth in (("bold", 4), ("italic", 3.5), ("underline", 3)):
        for start, end in item.marked(of=style):
            yield start, end, style, worth
    for link in item.links():
        yield link.start, link.end, "link", 5
    for start, end, look in item.looks:
        name = look.partition(".")[2]
        if re.search(
            r"(?:^|[^a-z])(?:paper-?|pub-?|publication-?)?titl(?!e\d)|titre|titel", name
        ) and not re.search(r"book|journal", name):
            yield start, end, "class", 8


def _in_text(item: ListItem, listed: TypedNames | None) -> _Stretches:
    """Every stretch of plain text that may be a title beside a list of names."""
    yield from _by_lines(item, listed)
    yield from _by_sentences(item, listed)


def _begin(text: str) -> int:
    """Where an item begins behind its number and what stands in brackets before it: ``[Working Paper]``."""
    label = LABEL.match(text)
    tag = _TAG.match(text, label.end() if label else 0)
    return tag.end() if tag else label.end() if label else 0


def _by_lines(item: ListItem, listed: TypedNames | None) -> _Stretches:
    at = 0
    for text in item.left.split("\n"):
        end = at + len(text)
        start = at + (0 if at else _begin(text))
        if listed is None or not start <= listed.start < end:
            yield start, end, "line", 3 if "\n" in item.left else 1
        elif listed.start > start:
            yield start, _limit(item.left, listed.start), "line", 3
        for cut in re.finditer(r"\s\((?:19|20)\d\d\)|[.?!]\s", text):
            yield start, at + cut.start() + 1, "line-start", 2
        at = end + 1


def _by_sentences(item: ListItem, listed: TypedNames | None) -> _Stretches:
    """From behind the names, or from the item's start, to each place where a title may end."""
    text = item.left
    begins = [_begin(text)]
    if listed:
        begins = [listed.end] if listed.start <= begins[0] + 2 else [begins[0], listed.end]
    for begin in begins:
        first = _PUNCTUATION.match(text, begin)
        start = first.end() if first else begin
        if listed and begin == listed.end:
            dated = _YEAR_FIRST.match(text, begin)
            start = dated.end() if dated and dated.end() > begin + 3 else start
            bracket = re.match(r"\s*\([^()]{2,20}\)\s*[.:,]?\s*", text[start:])
            if bracket and re.search(r"hrsg|eds?|(?:19|20)\d\d", bracket[0], re.IGNORECASE):
                start += bracket.end()
                dated = _YEAR_FIRST.match(text, start)
                start = dated.end() if dated else start
        before = listed is not None and begin < listed.end
        yield from _ends(item, start, _limit(text, listed.start) if listed and before else len(text))


def _limit(text: str, start: int) -> int:
    """Where a title before names ends at the latest, without the word that joins them: ``Title, with``."""
    joined = _JOINING.search(text, 0, start)
    return joined.start() if joined else start


def _ends(item: ListItem, start: int, limit: int) -> _Stretches:
    text = item.left
    ends: list[tuple[int, float]] = []
    for match in _BOUNDARY.finditer(text, start, limit):
        mark = match[0]
        if mark == "." and re.search(
            r"(?:\b[A-Z]|\b(?:vs|cf|etc|e\.g|i\.e|St|al|Dr|No|Vol))$",
            text[max(start, match.start() - 5) : match.start()],
        ):
            continue
        if text.count("(", start, match.start()) > text.count(")", start, match.start()):
            continue
        sure = mark in ".。\n" or GONE in mark
        ends.append(
            (
                match.start() + (1 if mark and mark in "?!" else 0),
                3 if sure else 2.5 if mark in "?!" else 1.5 if not mark.strip() else 0.5,
            )
        )
    for begin, _, run in item.styled.spans():
        if start < begin < limit and (run.styles & {"italic", "bold"} or run.href is not None):
            if text.count("(", start, begin) > text.count(")", start, begin):
                continue
            ends.append((begin, 2.5 if _is_set_off(text, begin) else 1))
    ends.append((limit, 1))
    for number, (end, worth) in enumerate(sorted(set(ends))[:40]):
        yield start, end, "sentence", worth - 0.05 * number


def _is_set_off(text: str, place: int) -> bool:
    """Whether a stop, a bracket or a break stands before a place, not just a blank in a sentence."""
    before = text[:place].rstrip(" ")
    return not before or not (before[-1].isalnum() or before[-1] == "-")


def _worth(item: ListItem, start: int, end: int, kind: str) -> float:
    """What the words of a stretch, and what stands behind it, say for its being the title."""
    text = item.left[start:end]
    if GONE in text:
        return -99.0
    parts = words_of(text)
    score = 1.0 if len(parts) >= 3 and any(part[0].islower() for part in parts) else 0.0
    if len(parts) == 2:
        score -= 2
    elif len(parts) < 2 and not _CHINESE.search(text):
        score -= 5
    score -= max(len(parts) - 30, 0) * 0.3
    score -= sum(points for points, sign in _NO_TITLE if sign.search(text))
    score -= 3 if text[0].islower() and not _INNER_CAPITAL.match(text) else 0
    score -= 2.5 if kind not in ("quote", "class") and VENUE.search(text) else 0
    score -= 1.5 * len(_SENTENCE_ENDS.findall(text)) if kind in ("sentence", "line", "line-start") else 0
    # Behind its last comma stands what has a volume behind it: Title, Discrete Math. 343 (2020)
    if "," in text and _VOLUME_BEHIND.match(item.left, end - len(_LAST_NUMBER.findall(text)[0])):
        score -= 4
    score -= 8 if _is_names(text) else 0
    return score + _followed(item, end, kind) - _mixed(item, start, end, kind)


@functools.lru_cache(maxsize=4096)
def _is_names(text: str) -> bool:
    """Whether a whole text is a list of names."""
    if _NO_NAMES.search(text) or sum(word.islower() and len(word) > 3 for word in words_of(text)) > 1:
        return False
    names = naming.name_list(text + " ", 0, (), PageNames())
    return names is not None and names.end >= len(text) - 1 and names.score >= 4


def _adjacent(item: ListItem, listed: TypedNames | None, start: int, end: int) -> float:
    """Title and names stand together, or the title opens the item with its venue between it and the names."""
    opens = not words_of(re.sub(r"(?:19|20)\d\d", "", item.left[:start].replace(GONE, " ")))
    if listed is None:
        return 2 if opens else 0
    after = start >= listed.end
    gap = item.left[listed.end : start] if after else item.left[end : listed.start]
    bare = _NO_GAP.sub("", gap.replace(GONE, " "))
    between = len(words_of(bare))
    score = 3 if not between else -1.0 * min(between, 6)
    if after and listed.joint and words_of(item.left[: listed.start].rpartition("\n")[2]):
        score -= 5  # whom it is with stands behind what it is
    if not after and opens:
        return max(score, 1)
    return score - (3 if not after and not _LABEL_LINE.fullmatch(item.left[:start]) else 0)


def _followed(item: ListItem, end: int, kind: str) -> float:
    """A venue behind a title speaks for the place where it ends."""
    rest = _PUNCTUATION.sub("", item.left[end:], count=1)
    if not rest:
        return 0
    score = 0.0
    place = len(item.left) - len(rest)
    run = item.styled.at(place)
    if "italic" in run.styles and kind != "italic":
        score += 2 if _is_set_off(item.left, place) else 0.5
    if kind == "sentence" and run.href is not None:
        score += 1.5
    head = rest[:60].split("\n")[0]
    if re.match(
        r"(?:in:?|dans|to appear|proc|appears|accepted|submitted|arxiv|preprint)\b", head, re.IGNORECASE
    ):
        score += 2
    elif VENUE.match(head) or VENUE.search(head.split(",")[0]):
        score += 1.5
    if kind == "sentence" and rest[0].islower():
        score -= 3
    return score


def _mixed(item: ListItem, start: int, end: int, kind: str) -> float:
    """A stretch that begins plain and ends in a style, or cuts one, is two things."""
    first, last = item.styled.at(start), item.styled.at(end - 1)
    penalty = 0.0
    if (
        kind in ("sentence", "line", "line-start")
        and (first.href is None) != (last.href is None)
        and len(words_of(last.text)) > 1
    ):
        penalty += 2
    if "italic" in last.styles and "italic" not in first.styles and len(words_of(last.text)) > 1:
        begin = next(
            (begin for begin, finish in item.marked(of="italic") if begin < end <= finish + 1), start
        )
        penalty += 2.5 if _is_set_off(item.left, begin) else 0.5
    if kind != "quote":
        for begin, finish in item.marked(of="italic"):
            if start < begin and finish < end - 1 and len(words_of(item.text[begin:finish])) > 2:
                penalty += 2.5  # a venue; what is in italics in a title is a word or two
            if begin < end < finish - 1 and len(words_of(item.text[begin:finish])) > 3:
                penalty += 1
    return penalty


def setting_of(item: ListItem, start: int, end: int) -> str:
    """How a stretch is set: ``quote``, ``link``, ``bold``, ``italic``, ``underline``, ``line``, ``plain``."""
    if item.text[start - 1 : start] in ("“", '"', "«", "„", "‘", "'", "《") and start:
        return "quote"
    edges = {style: list(item.marked(of=style)) for style in ("bold", "italic", "underline")}
    edges["link"] = [(link.start, link.end) for link in item.links()]
    for style, stretches in edges.items():
        if any(
            begin >= start - 3 and finish <= end + 3 and finish - begin > (end - start) * 0.8
            for begin, finish in stretches
        ):
            return style
    before, after = item.text[:start].rstrip(" "), item.text[end:].lstrip(" .,;")
    return "line" if "\n" in item.text and before[-1:] in ("", "\n") and after[:1] in ("", "\n") else "plain"
