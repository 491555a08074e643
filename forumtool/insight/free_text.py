"""Names, organisations and addresses that stand in the free text of a report: to look at before it goes out.

Known persons and organisations are found however they are written; e-mail and postal addresses and telephone numbers by
their form. Rather one find too many: somebody looks at the list. A person's part of a name counts wherever it begins
with a capital letter, so that Koch is found and a cook ("Koch"), too.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from unicodedata import normalize

from forumtool.domain.finds import Find
from forumtool.domain.organisations import Organisations
from forumtool.domain.persons import Persons
from forumtool.domain.report import Report
from forumtool.domain.report_texts import TASKS, Where, rewritten
from forumtool.domain.spans import Span, longest

BLACK = "…"
_TAKEN = "\ue000"
_FORMS = {
    "email": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "phone": re.compile(r"(?<![\w.,/:-])(?:\+\d|0[1-9])(?:[ /()–-]{0,3}\d){5,14}(?![\w.]*\d)"),
    "address": re.compile(
        r"\b[A-ZÄÖÜ][\w.-]*(?:[ -][A-ZÄÖÜ][\w.-]*)*?[ -]?"
        r"(?:[Ss]tra(?:ße|sse)|[Ss]tr\.|[Ww]eg|[Pp]latz|[Aa]llee|[Gg]asse|[Rr]ing|[Dd]amm|[Uu]fer|[Gg]raben|[Mm]arkt)"
        r"\s+\d{1,4}(?:\s?[a-z])?\b(?:,?\s+\d{5}\s+[A-ZÄÖÜ]\w+)?|\b\d{5}\s+[A-ZÄÖÜ][\w-]+"
    ),
}


class Scan:
    """Looks for those who are known: ``persons`` by name with their organisation, and ``organisations`` by name."""

    def __init__(self, persons: Mapping[str, str], organisations: Iterable[str]) -> None:
        self._persons = Persons(persons)
        self._organisations = Organisations(organisations)
        self._spans = lru_cache(maxsize=4_096)(self._look)  # a wording stands in a report up to three times

    def find(self, report: Report) -> list[Find]:
        """Return everything found, in the order of the report; what one thing says twice is one find."""
        found: dict[str, Find] = {}

        def look(where: Where, field: str, text: str) -> str:
            for find in self._finds(where, field, text):
                known = found.setdefault(find.id, find)
                found[find.id] = known._replace(sections=known.sections | {where.section})
            return text

        rewritten(report, look)
        return list(found.values())

    def blacken(self, report: Report, chosen: Collection[str]) -> Report:
        """Return the report with an ellipsis in place of the finds with these ids, wherever their thing says them."""

        def write(where: Where, field: str, text: str) -> str:
            whole = normalize("NFC", text)
            for kind, start, end in reversed(self._seen(field, whole)):
                if Find(kind, whole[start:end], where).id in chosen:
                    text = whole = f"{whole[:start]}{BLACK}{whole[end:]}"
            return text

        return rewritten(report, write)

    def _finds(self, where: Where, field: str, text: str) -> Iterator[Find]:
        whole = normalize("NFC", text)
        for kind, start, end in self._seen(field, whole):
            yield Find(kind, whole[start:end], where)

    def _seen(self, field: str, text: str) -> list[Span]:
        """An organisation that is to do something is content, and no find."""
        return [span for span in self._spans(text) if span[0] != "organisation" or field not in TASKS]

    def _look(self, text: str) -> list[Span]:
        """Where something stands, from left to right. An address is one find, also if it holds a name."""
        spans: list[Span] = []
        for kind, form in _FORMS.items():
            found = [match.span() for match in form.finditer(text)]
            spans += [(kind, *span) for span in found]
            for start, end in found:
                text = f"{text[:start]}{_TAKEN * (end - start)}{text[end:]}"
        known = [("organisation", *span) for span in self._organisations.find(text)]
        known += [("person", one.start, one.end) for one in self._persons.find(text, anywhere=True)]
        return longest(known, spans)
