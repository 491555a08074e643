"""A name or address that stands in the free text of a report."""

from collections.abc import Collection
from typing import NamedTuple

from forumtool.domain.report_texts import Where

KINDS = ("person", "organisation", "email", "phone", "address")


class Find(NamedTuple):
    """What was found, of one of ``KINDS``, as written; where it stands first, and in which ``sections`` it does."""

    kind: str
    text: str
    where: Where
    sections: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """What tells it from all others."""
        return "\n".join((self.text, self.where.kind, self.where.key or self.where.label))

    def stands_in(self, sections: Collection[str]) -> bool:
        """Tell whether minutes with these sections say it."""
        return "" in self.sections or not self.sections.isdisjoint(sections)
