"""The tags and people used last, as the file tells them."""

from forumtool.domain.recency import LastUsed
from forumtool.domain.rows import TagRow
from forumtool.storage.journal import Step
from forumtool.storage.queries.proposals import tag_groups
from forumtool.storage.queries.recent import contributors_used, tags_of_links, tags_used
from forumtool.ui.desk import Desk
from forumtool.ui.parts.offers import DIGITS
from forumtool.ui.places.capturing.names import Recent

_TAGS, _CARDS = 500, 200  # so far back
_MANY = 50


class LastNames:
    """Nine tags, each with a digit that it keeps while it is used, and people with the last one first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[str, TagRow] = {}
        self._last: LastUsed[str] = LastUsed((), DIGITS)
        self.people: tuple[str, ...] = ()

    @property
    def tags(self) -> list[TagRow]:
        """The tags by their digits."""
        return [self._known[key] for key in self._last.places if key in self._known]

    @property
    def names(self) -> Recent:
        """All of it by name."""
        return Recent(tuple(tag.title for tag in self.tags), self.people)

    def at(self, place: int) -> TagRow | None:
        """Return the tag of a digit, counted from 0, or None."""
        tags = self.tags
        return tags[place] if place < len(tags) else None

    def read(self) -> None:
        """Read everything anew; the first tags of the vocabularies fill what was not used yet."""
        file = self._desk.file
        self._known = {tag.id: tag for group in tag_groups(file) for tag in group.tags}
        self._last = LastUsed(tuple(self._known), DIGITS)
        self._last.use(key for key in reversed(tags_used(file, _TAGS)) if key in self._known)
        self.people = tuple(contributors_used(file, _CARDS))

    def hear(self, step: Step) -> None:
        """Take up what a step used."""
        links = step.changes.get("proposal_tag", frozenset())
        if step.touches("tag", "tag_group") or len(links) > _MANY:
            self.read()
            return
        if links:
            self._last.use(key for key in tags_of_links(self._desk.file, links) if key in self._known)
        self.people = tuple(contributors_used(self._desk.file, _CARDS))
