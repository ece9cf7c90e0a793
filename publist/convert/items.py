"""An entry to a CSL item, by the tables of :mod:`publist.convert.mapping`."""

from __future__ import annotations

import re

from publist import rules
from publist.bibtex import dates
from publist.bibtex.entry import Entry
from publist.bibtex.latex import decode, verbatim
from publist.bibtex.name_lists import split_list
from publist.bibtex.organisations import has_organisation
from publist.convert import cleaning, custom, mapping, numbers, preprints, pure, states, venue
from publist.convert.addresses import addresses, is_address, mentioned, only_address
from publist.convert.links import doi_of, own_doi
from publist.convert.misspelt import meant_type
from publist.convert.people import collaboration, people
from publist.convert.texts import all_joined, joined, resolved, says
from publist.item import Item, Name, without_exports
from publist.publication import Person
from publist.richtext import Text, plain
from publist.url import safe_url

# Where a field stands among those of the tables of texts and titles.
_PLACES = {name: place for place, (_, name) in enumerate(mapping.MAPPED)}
_Made = tuple[Item, list[Person]]
_COUNTED = frozenset({"volume", "number", "issue"})
_FIRST_TITLE = sum(map(len, mapping.TEXT_FIELDS.values()))


def item_of(entry: Entry, key: str, deposit: preprints.Deposit, report: custom.Report) -> _Made:
    """The CSL item of an entry, and who has which role in it; ``report`` hears of what is odd in it."""
    return _Converter(entry, key, deposit, report).convert()


class _Converter:
    """Fills one item, one method per kind of variable."""

    def __init__(self, entry: Entry, key: str, deposit: preprints.Deposit, report: custom.Report) -> None:
        self.entry = entry
        self.deposit = deposit
        self.report = report
        self.item = Item(key)
        self.people: list[Person] = []

    def convert(self) -> _Made:
        self._type()
        for step in (self._texts, self._titles, self._container, self._numbers, self._publisher, self._notes):
            step()
        self._names()
        self._dates()
        self._identifiers()
        states.settle(self.item)
        preprints.settle(self.entry, self.item, self.deposit)
        pure.settle(self.item)
        venue.settle(self.item)
        return self.item, self.people

    def text(self, name: str, *, keep_case: bool = False) -> Text:
        """The decoded value of a field, "" if it is missing."""
        if (field := self.entry.fields.get(name)) is None:
            return ""
        value = field.value
        if value.isdecimal() and value[0] != "0":
            return value
        text, notes = decode(value, keep_case=keep_case)
        if (len(value) < cleaning.LONG or "\\" in value) and cleaning.is_placeholder(name, plain(text)):
            return ""
        for rule, message in notes if notes and name not in mapping.NOT_SHOWN else ():
            self.report(rule, field.line, f"in {name}: {message}")
        return text

    def _first(self, names: tuple[str, ...]) -> Text:
        present = filter(self.entry.fields.__contains__, names)
        return next((value for name in present if (value := self.text(name))), "")

    def _place(self) -> Text:
        """BibLaTeX's list ``location``, e.g. ``New York; London``, its keys resolved; or ``address``."""
        field = self.entry.fields.get("location")
        if field is None or " and " not in field.value or has_organisation(field.value):
            return resolved(self._first(mapping.PLACES))
        places = (resolved(decode(item).text) for item in split_list(field.value))
        return all_joined(places, "; ")

    def _set(self, variable: str, value: Text) -> None:
        if value:
            self.item.variables[variable] = value

    def _type(self) -> None:
        entry = self.entry
        name = entry.type if entry.type in mapping.ENTRY_TYPES else meant_type(entry.type)
        if name != entry.type:
            message = f"the type @{entry.type} is not known; it is read as @{name}"
            self.report(rules.UNKNOWN_TYPE, entry.line, message)
        known = mapping.ENTRY_TYPES[name]
        self.item.type = known.csl
        subtype = entry.get("entrysubtype").strip()
        subtype = mapping.SUBTYPES.get(subtype.lower(), subtype)
        if subtype in mapping.SUBTYPES_OF.get(known.csl, ()):
            self.item.type = subtype
        elif self._in_journal():
            known = mapping.ENTRY_TYPES["article"]
            self.item.type = known.csl
        if known.csl in ("manuscript", "document") and "eventtitle" in entry.fields:
            self.item.type = "speech"
        genre = self.text("type")
        words = plain(genre).strip().lower() if genre else ""
        if words and known.csl in mapping.RESTATABLE and cleaning.is_restated(words):
            genre = ""
        self._set("genre", mapping.GENRES.get(words, genre) if genre else known.genre)

    def _in_journal(self) -> bool:
        """Whether a ``@misc``, or a book that nobody published, is an article by its ``journal``."""
        others = mapping.NO_ARTICLE.get(self.entry.type)
        if others is None or any(map(self.entry.get, others)):
            return False
        return bool(self.entry.get("journal").strip() or self.entry.get("journaltitle").strip())

    def _texts(self) -> None:
        variables = self.item.variables
        for place in sorted(map(_PLACES.__getitem__, _PLACES.keys() & self.entry.fields.keys())):
            variable, name = mapping.MAPPED[place]
            if variable not in variables and (value := self.text(name, keep_case=place >= _FIRST_TITLE)):
                variables[variable] = value
        if edition := variables.get("edition"):
            variables["edition"] = numbers.edition(edition)
        if "pages" in self.entry.fields:
            self._pages()
        self._set("collection-title", mapping.series_name(plain(variables.get("collection-title", ""))))
        if "part" in self.entry.fields and (volume := variables.get("volume")):
            variables["volume"] = joined(volume, self.text("part"), ".")
        if not self.entry.fields.keys().isdisjoint(mapping.PLACES):
            self._places()
        if not self.entry.fields.keys().isdisjoint(mapping.LANGUAGE_FIELDS):
            self._language()

    def _pages(self) -> None:
        typed, doi = numbers.without_doi(self.entry.get("pages"))
        if doi:
            self.item.variables.setdefault("DOI", doi)
        pages = numbers.bare("pages", typed if doi else plain(self.text("pages")).strip())
        volume = self.item.variables.get("volume", "")
        if is_address(pages) or numbers.is_no_page(pages, volume, self.entry.get("doi")):
            pages = ""
        if pages == self.entry.get("eid") and self.item.type == "paper-conference":
            pages = ""  # an article's number, as ADS has it twice
        pages, length = numbers.article_number(pages)
        self._set("number-of-pages", self.item.variables.get("number-of-pages", length))
        book = self.item.type == "book"
        counted = self.item.type == "paper-conference" and "hal_id" in self.entry.fields  # by HAL
        if (self.item.type in mapping.WHOLE or counted) and (
            whole := numbers.length(pages, may_be_part=book or counted)
        ):
            self._set("number-of-pages", whole)
        elif pages:
            self._set("page", numbers.pages(pages))

    def _places(self) -> None:
        """Where the publisher is; beside ``address``, the ``location`` of a paper is its event's (ACM)."""
        variables = self.item.variables
        address = self.text("address") if "location" in self.entry.fields else ""
        if self.item.type == "paper-conference" and address:
            variables.setdefault("event-place", self._place())
            self._set("publisher-place", resolved(address))
        elif not cleaning.is_postal(place := self._place()):
            self._set("publisher-place", place)

    def _language(self) -> None:
        typed = next(filter(None, map(self.entry.get, mapping.LANGUAGE_FIELDS)), "")
        language = plain(decode(typed).text).strip()
        self._set("language", mapping.LANGUAGES.get(language.lower(), language))

    def _titles(self) -> None:
        entry = self.entry
        title = cleaning.of_work(self._with_subtitle("title", "subtitle", "titleaddon"))
        if "maintitle" in entry.fields:
            main = self._with_subtitle("maintitle", "mainsubtitle", "maintitleaddon")
            if self.item.type in mapping.IN_CONTAINER:
                self._set("title", title)
            else:
                self._set("title", main)
                self._set("volume-title", title)
                return
        elif self.item.type == "periodical" and "issuetitle" in entry.fields:
            # An issue with a title of its own appears in the periodical.
            self.item.type = "article-journal"
            self._set("container-title", title)
            title = self._with_subtitle("issuetitle", "issuesubtitle", "")
        self._set("title", title)

    def _with_subtitle(self, title: str, subtitle: str, addition: str) -> Text:
        """``Title: Subtitle. Addition``, as BibLaTeX's standard styles join them."""
        together = cleaning.tidy(cleaning.unwrapped(self.text(title, keep_case=True)))
        for name, separator in ((subtitle, ": "), (addition, ". ")):
            if name in self.entry.fields:
                together = joined(together, self.text(name, keep_case=True), separator)
        return together

    def _container(self) -> None:
        if "container-title" in self.item.variables:
            return
        for title, subtitle, addition in mapping.container_fields(self.item.type):
            if title in self.entry.fields and (value := self._with_subtitle(title, subtitle, addition)):
                if "maintitle" in self.entry.fields:
                    self._set("volume-title", value)
                    value = self._with_subtitle("maintitle", "mainsubtitle", "maintitleaddon")
                self._set("container-title", value)
                return
        if "maintitle" in self.entry.fields and self.item.type in mapping.IN_CONTAINER:
            self._set("container-title", self._with_subtitle("maintitle", "mainsubtitle", "maintitleaddon"))

    def _numbers(self) -> None:
        number, issue = self._volume_and_number()
        if self.item.type in mapping.ISSUE_TYPES:
            self._set("issue", joined(number, issue, ", ") if number != issue else number)
            if not self.item.variables.get("page"):
                self._set("page", self._first(mapping.ARTICLE_NUMBERS))
        elif self.item.type in mapping.NUMBERED_TYPES:
            self._set("number", number or issue or self._first(("reportnumber", "report_number")))
        elif "series" in self.entry.fields:
            self._set("collection-number", numbers.bare("volume", plain(number)))
        elif self.item.type == "paper-conference" and "volume" in self.item.variables:
            self._set("issue", number)  # the volume of a journal
        else:
            self._set("number", number)
        if self.item.type not in mapping.ISSUE_TYPES:
            self._set("issue", issue)
            self._article_number()

    def _article_number(self) -> None:
        """The number that a work has in place of pages; of a paper it is its ``number``, as APA has it."""
        if "page" not in self.item.variables:
            in_proceedings = self.item.type == "paper-conference" and "number" not in self.item.variables
            self._set("number" if in_proceedings else "page", self._first(mapping.ARTICLE_NUMBERS))

    def _volume_and_number(self) -> tuple[Text, Text]:
        """The number and the issue without what stands around them; sets the volume, and a DOI there."""
        variables = self.item.variables
        if _COUNTED.isdisjoint(self.entry.fields):
            return "", ""
        number, issue = cleaning.without_brackets(self.text("number")), self.text("issue")
        typed = plain(variables.get("volume", ""))
        found = numbers.numbers(typed, plain(number), plain(variables.get("container-title", "")))
        padded = typed[:1] == "0" == self.entry.get("pages")[:1]  # "JHEP 06, 092" counts so
        if found.volume != typed and not padded:
            variables["volume"] = found.volume
            if not found.volume:
                del variables["volume"]
        if found.section:
            self._set("container-title", joined(variables["container-title"], found.section, " "))
        for name, value in (("DOI", found.doi), ("page", found.article)):
            if value:
                variables.setdefault(name, value)
        same = found.number == plain(number) or self.item.type in mapping.NUMBERED_TYPES
        return number if same else found.number, numbers.bare("issue", plain(issue))

    def _publisher(self) -> None:
        found: list[Text] = []
        for name in filter(self.entry.fields.__contains__, mapping.PUBLISHER_FIELDS):
            value = resolved(cleaning.without_brackets(self.text(name)))  # "and" in it is a word
            if value and not any(says(plain(one), plain(value)) for one in found):
                found.append(value)
        together = all_joined(found, "; ")
        if self.item.type == "report" and (said := cleaning.begins_with_kind(plain(together))):
            together = plain(together)[said:]
        self._set("publisher", together)
        if self.item.type == "patent" and "publisher-place" in self.item.variables:
            self._set("jurisdiction", self.item.variables.pop("publisher-place"))

    def _notes(self) -> None:
        if mapping.NOTES.isdisjoint(self.entry.fields):
            return
        note = cleaning.bare_note(self._without_addresses("note"))
        rest, doi = numbers.without_doi(plain(note))
        if doi and not rest:
            self.item.variables.setdefault("DOI", doi)
        if (doi and not rest) or not without_exports(plain(note)) or cleaning.is_trace(plain(note)):
            note = ""
        note = joined(self._not_accessed(note), self._not_accessed(self._without_addresses("addendum")), ". ")
        self._set("note", cleaning.without_stop(note))
        how = cleaning.begun(self._not_accessed(self._without_addresses("howpublished")))
        if plain(how).lower() == plain(self.item.variables.get("genre", "")).lower():
            how = ""
        if how and "publisher" not in self.item.variables:
            self._set("publisher", how)
        elif how:
            self._set("medium", how)
        state = plain(self.text("pubstate")).strip() or dates.status_in(plain(self.text("status")))
        self._set("status", mapping.STATUSES.get(state.lower(), state))

    def _not_accessed(self, text: Text) -> Text:
        """The text, or "" if it only says when an address was looked up: that is a date of its own."""
        if not text or not (when := cleaning.accessed(plain(text))):
            return text
        if (date := dates.issued(when, "", "", "").date) is not None:
            self.item.dates["accessed"] = date
        return ""

    def _without_addresses(self, name: str) -> Text:
        """A text without the addresses in it: these are links."""
        value = self.entry.get(name)
        found, rest = mentioned(value)
        return decode(rest.removesuffix(".")).text if found else self.text(name)

    def _names(self) -> None:
        for name in filter(self.entry.fields.__contains__, mapping.NAME_FIELDS):
            variable = self._editor_variable("editortype") if name == "editor" else mapping.NAME_FIELDS[name]
            self._name_list(name, variable)
        for name in filter(self.entry.fields.__contains__, mapping.ADDITIONAL_EDITORS):
            self._name_list(name, self._editor_variable(f"{name}type"))
        if self.item.type == "patent" and "author" not in self.item.names and "holder" in self.entry.fields:
            self._name_list("holder", "author")
        if "collaboration" in self.entry.fields:
            self._collaboration(plain(self.text("collaboration")).strip())

    def _collaboration(self, typed: str) -> None:
        """REVTeX's field is one more author, in the place of "and others"."""
        named = [name for name in self.item.names.get("author", ()) if not name.others]
        words = set(re.findall(r"\w+", typed.casefold()))
        if typed and not any(words.issubset(re.findall(r"\w+", name.text.casefold())) for name in named):
            self.item.names["author"] = (*named, Name(literal=collaboration(typed)))

    def _editor_variable(self, type_field: str) -> str:
        return mapping.EDITOR_TYPES.get(self.entry.get(type_field).strip().lower(), "")

    def _name_list(self, name: str, variable: str) -> None:
        if not variable or variable in self.item.names:
            return
        found = people(self.entry.get(name), variable, options=self.entry.get("options"))
        for rule, message in found.notes:
            self.report(rule, self.entry.fields[name].line, f"in {name}: {message}")
        if found.names:
            self.item.names[variable] = found.names
            self.people += found.persons

    def _dates(self) -> None:
        entry = self.entry
        issued = dates.issued(*self._date_fields(mapping.ISSUED))
        if issued.date is not None:
            self.item.dates["issued"] = issued.date
        self._set("status", self.item.variables.get("status") or issued.status)
        if issued.doubt and not (self.item.variables.get("status") and issued.date is None):
            named = issued.doubt.split()[1]  # "the month …"
            names = [name for name in (named, "date", "year", "month") if name in entry.fields]
            self.report(rules.DATE, entry.fields[names[0]].line if names else entry.line, issued.doubt)
        for variable, fields in mapping.DATE_FIELDS.items():
            name = fields[0] if fields[0] in entry.fields else fields[1]
            if name in entry.fields:
                found = dates.issued(*self._date_fields(fields))
                self.item.dates |= {variable: found.date} if found.date else {}
                if found.doubt:
                    self.report(rules.DATE, entry.fields[name].line, f"in {name}: {found.doubt}")
        if when := self.item.dates.get("event-date"):
            self.item.dates.setdefault("issued", when)

    def _date_fields(self, names: tuple[str, str, str, str]) -> tuple[str, str, str, str]:
        given = self.entry.fields
        date, year, month, day = [plain(self.text(name)).strip() if name in given else "" for name in names]
        if date and self.entry.get(names[0]).endswith("~"):
            date += "~"  # EDTF's "about", no blank
        if date and year and self.entry.get("added-at").startswith(date):
            date = ""  # the day on which BibSonomy got the entry
        return date, year, month, day

    def _identifiers(self) -> None:
        variables = self.item.variables
        for variable in mapping.VERBATIM_VARIABLES & variables.keys():
            names = mapping.TEXT_FIELDS[variable]
            typed = (verbatim(self.entry.get(name)) for name in names if self.entry.get(name).strip())
            variables[variable] = value = next(typed, plain(variables[variable]))
            if variable == "DOI":
                self._doi(value)
        found = addresses(self.entry.get("url")) or mentioned(self.entry.get("howpublished")).addresses
        if found or (found := only_address(self.entry.get("note"))):
            self._url(found[0], replace=True)
        elif "URL" not in variables and (eprint := self._eprint_url()):
            self._url(eprint)
        if "DOI" not in variables and (doi := own_doi(self.entry, plain(variables.get("URL", "")))):
            variables["DOI"] = doi.value

    def _doi(self, value: str) -> None:
        if doi := doi_of(self.entry.get("doi")) or doi_of(value):  # or one that stood in another field
            self.item.variables["DOI"] = doi.value
            return
        del self.item.variables["DOI"]
        if "://" in value:
            self._url(value)
        else:
            message = f"doi holds {value!r}, which is no DOI and leads nowhere; it is left out"
            self.report(rules.DOI, self.entry.fields["doi"].line, message)

    def _eprint_url(self) -> str:
        if eprint := self.deposit.eprint or self.deposit.arxiv:
            return eprint.url
        typed = verbatim(self.entry.get("eprint"))
        return typed if "://" in typed else ""

    def _url(self, url: str, *, replace: bool = False) -> None:
        if ("URL" not in self.item.variables or replace) and "://" in url and (safe := safe_url(url)):
            self.item.variables["URL"] = safe
