"""Finds known people in publications: first by annotations, then by names; reports what is doubtful."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from publist import rules
from publist.item import Name
from publist.matching import Fit, Index, NameKey, closest, name_key, same_person
from publist.matching.spelling import given_parts
from publist.people.absent import absent
from publist.people.known import ANNOTATED, Identified, Known, Position
from publist.problems import Problem, Rule
from publist.publication import Person, Publication
from publist.records import NamedTuple
from publist.richtext import plain


class _Written(NamedTuple):
    """A written name, the people who share its surname, and the places where it stands."""

    name: Name
    fits: dict[int, Fit]
    places: list[tuple[Publication, Position]]


def identify(publications: Sequence[Publication], known: Sequence[Known]) -> Identified:
    """Who of the known people stands where in the publications.

    An annotation (``author+an``, an ORCID) beats every name; a full name beats an initial; one
    person stands once in a list of names if one of two candidates fits better.
    """
    identified = Identified()
    index = Index(person.names for person in known)
    by_orcid = {person.orcid: number for number, person in enumerate(known) if person.orcid}
    if not index and not by_orcid and not any(publication.people for publication in publications):
        return identified
    written: dict[NameKey, _Written] = {}
    for publication in publications:
        candidates: dict[Position, dict[int, Fit]] = {}
        for variable, names in publication.item.names.items() if index else ():
            for position, name in enumerate(names):
                fits = index.fits(name)
                if fits:
                    candidates[variable, position] = fits
                    key = name_key(name)
                    if key not in written:
                        written[key] = _Written(name, fits, [])
                    written[key].places.append((publication, (variable, position)))
        if candidates or publication.people:
            entry = _Entry(publication, known, by_orcid, candidates)
            if found := entry.decided():
                identified.people[publication.key] = found
            identified.problems += entry.problems
    identified.problems += _doubtful(written.values(), known, identified)
    identified.problems += _missing(publications, known, identified)
    return identified


class _Entry:
    """Decides for the positions of one publication."""

    def __init__(
        self,
        publication: Publication,
        known: Sequence[Known],
        by_orcid: Mapping[str, int],
        candidates: dict[Position, dict[int, Fit]],
    ) -> None:
        self.publication = publication
        self.known = known
        self.by_orcid = by_orcid
        self.candidates = candidates
        self.problems: list[Problem] = []
        self._found: dict[Position, Known] = {}

    def decided(self) -> dict[Position, Known]:
        for person in self.publication.people:
            self._annotated(person)
        for fit in (Fit.EXACT, Fit.FULL, Fit.INITIAL) if self.candidates else ():
            self._by_name(fit)
        return self._found

    def _annotated(self, person: Person) -> None:
        place = (person.variable, person.position)
        if person.orcid:
            number = self.by_orcid.get(person.orcid)
            if number is not None:
                self._found[place] = self.known[number]
                self._leave_out(person.variable, number)
                self.candidates.pop(place, None)
            else:  # somebody else's identifier
                fits = self.candidates.get(place, {})
                self.candidates[place] = {n: fit for n, fit in fits.items() if not self.known[n].orcid}
        if "highlight" in person.roles and place not in self._found:
            owners = [number for number, one in enumerate(self.known) if one.owner]
            fitting = [number for number in owners if self.candidates.get(place, {}).get(number)]
            number = (fitting or owners or [-1])[0]
            self._found[place] = self.known[number] if owners else ANNOTATED
            for owner in owners:
                self._leave_out(person.variable, owner)
            self.candidates.pop(place, None)

    def _leave_out(self, variable: str, number: int) -> None:
        """The person has a place in this variable, so no other name there can be theirs."""
        for place, fits in self.candidates.items():
            if place[0] == variable and number in fits:
                self.candidates[place] = {n: fit for n, fit in fits.items() if n != number}

    def _by_name(self, wanted: Fit) -> None:
        """Give the remaining places to people who fit this well and have no place yet."""
        taken = {(variable, id(person)) for (variable, _), person in self._found.items()}
        fitting = {
            place: [
                number
                for number, fit in sorted(fits.items())
                if fit == wanted and (place[0], id(self.known[number])) not in taken
            ]
            for place, fits in self.candidates.items()
        }
        self._keep_closest(fitting)
        for place, rivals in fitting.items():
            if not rivals or place in self._found:
                continue
            here = [one for where, one in self._found.items() if where[0] == place[0]]
            free = [number for number in rivals if self.known[number] not in here]
            self._found[place] = self.known[(free or rivals)[0]]
            if len({(self.known[number].highlight, self.known[number].url) for number in rivals}) > 1:
                self.problems.append(self._several(place, rivals))

    def _keep_closest(self, fitting: dict[Position, list[int]]) -> None:
        """Where one person fits several names of a list equally well, leave them those that agree most."""
        places: defaultdict[tuple[str, int], list[Position]] = defaultdict(list)
        for place, numbers in fitting.items():
            for number in numbers:
                places[place[0], number].append(place)
        for (variable, number), several in places.items():
            if len(several) > 1:
                names = self.publication.item.names[variable]
                closer = closest(self.known[number].names, {place: names[place[1]] for place in several})
                for place in several:
                    if place not in closer:
                        fitting[place].remove(number)

    def _several(self, place: Position, rivals: Sequence[int]) -> Problem:
        name = self.publication.item.names[place[0]][place[1]].text
        labels = " or ".join(self.known[number].label for number in rivals)
        return _warning(
            self.publication,
            rules.PERSON_AMBIGUOUS,
            f"{name} in {self.publication.key} may be {labels}; the first is taken: write the name in full,"
            f" or {place[0]}+an:orcid = {{{place[1] + 1}={{0000-…}}}}",
        )


def _warning(publication: Publication, rule: Rule, message: str) -> Problem:
    return Problem(publication.file, publication.line, rule, message, publication.key)


def _full_given(name: Name) -> bool:
    parts = given_parts(plain(name.given))
    return bool(parts) and not parts[0][1]


def _doubtful(written: Iterable[_Written], known: Sequence[Known], identified: Identified) -> list[Problem]:
    """A warning for each entry whose name may be another's, as the rest of the bibliography shows.

    ``W. Shao`` is doubtful for Wenqi Shao where the bibliography also knows a ``Wei Shao``.
    """
    of_person: defaultdict[int, list[_Written]] = defaultdict(list)
    for name in written:
        for number in name.fits:
            of_person[number].append(name)
    problems = []
    for number, names in of_person.items():
        person = known[number]
        if person.highlight and len(names) > 1:
            for name, others in _ambiguous(number, names):
                problems += _doubts(name, person, others, identified)
    return problems


def _ambiguous(number: int, names: Sequence[_Written]) -> list[tuple[_Written, list[str]]]:
    """The names that do not fit the person exactly, each with the other people it may mean."""
    matched = [name for name in names if name.fits[number]]
    rivals = [name for name in names if not name.fits[number] and _full_given(name.name)]
    loosely = [name for name in matched if name.fits[number] < Fit.EXACT]
    full = [name for name in loosely if _full_given(name.name)]
    found = []
    for name in loosely:
        others = [rival.name.text for rival in rivals if same_person(name.name, rival.name)]
        others += [one.name.text for one in full if one is not name and not same_person(name.name, one.name)]
        if not others and not _full_given(name.name) and _apart(full):
            others = [one.name.text for one in full]
        if others:
            found.append((name, list(dict.fromkeys(others))))
    return found


def _apart(names: Sequence[_Written]) -> bool:
    """Whether two of the names cannot be one person's."""
    return any(not same_person(names[0].name, name.name) for name in names[1:])


def _doubts(name: _Written, person: Known, others: Sequence[str], identified: Identified) -> list[Problem]:
    problems = []
    for publication, place in name.places:
        if identified.of(publication.key).get(place) is not person or _is_annotated(publication, place):
            continue
        beside = {one.text for one in publication.item.names[place[0]]}
        elsewhere = [other for other in others if other not in beside]
        if not elsewhere:
            continue
        also = " and ".join(elsewhere)
        problems.append(
            _warning(
                publication,
                rules.OWNER_AMBIGUOUS,
                f"{name.name.text} in {publication.key} is taken for {person.label}, but there is {also} too:"
                f" write the name in full, or {place[0]}+an = {{{place[1] + 1}=highlight}}",
            )
        )
    return problems


def _is_annotated(publication: Publication, place: Position) -> bool:
    return any(
        (person.variable, person.position) == place and (person.orcid or "highlight" in person.roles)
        for person in publication.people
    )


def _missing(
    publications: Sequence[Publication], known: Sequence[Known], identified: Identified
) -> list[Problem]:
    """A warning for each entry in which nobody is set off, or one person twice."""
    problems = absent(publications, known, identified.of)
    for publication in publications if any(person.highlight for person in known) else ():
        problems += _twice(publication, identified.of(publication.key))
    return problems


def _twice(publication: Publication, found: Mapping[Position, Known]) -> list[Problem]:
    places: defaultdict[tuple[str, str, int], list[Position]] = defaultdict(list)
    for place, person in found.items():
        if person.label and person.highlight and not _is_annotated(publication, place):
            places[person.label, place[0], id(person)].append(place)
    return [
        _warning(
            publication,
            rules.OWNER_TWICE,
            f"{len(several)} names in {publication.key} match {label}: "
            + " and ".join(publication.item.names[v][p].text for v, p in several)
            + "; give the full name",
        )
        for (label, _, _), several in places.items()
        if len(several) > 1
    ]
