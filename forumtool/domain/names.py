"""Who may be named in a document: "full", "organisations" or "anonymous".

- "full": as captured.
- "organisations": a person appears as their organisation; a person who is on no list vanishes; groups at a table and
  organisations stay. Fields that name somebody for a task (facilitation, lead, responsible …) lose the names of
  persons and keep the rest.
- "anonymous": nobody who took part or contributed is named, neither person nor organisation; participants are counts.
  An organisation that is to *do* something (lead of a measure, provider of an offer) stays: it is content.

Free text stays as it was typed under every policy.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from forumtool.domain.report import Attendee
from forumtool.domain.rows import ForumRow, ParticipantRow, ProposalRow, SteeringMemberRow, Wording

Contributed = TypeVar("Contributed", ProposalRow, Wording)

POLICIES = ("full", "organisations", "anonymous")
DEFAULT_POLICY = "organisations"

_BETWEEN = re.compile(r"\s*[;,/\n]\s*|\s+(?:und|and|&)\s+")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FORMS_OF_ADDRESS = re.compile(r"\b(?:Herrn?|Frau|Hr|Fr|Dr|Prof|Mr|Ms|Mrs)\b\.?\s*", re.IGNORECASE)


class Names:
    """One policy and the persons it protects, by name with their organisation.

    Raises ``ValueError`` for another policy.
    """

    def __init__(self, policy: str, persons: Mapping[str, str]) -> None:
        if policy not in POLICIES:
            raise ValueError(f"no policy {policy!r} of names")
        self.policy = policy
        known = {name.strip().casefold(): organisation for name, organisation in persons.items() if name.strip()}
        self._organisation = known
        self._surnames = {name.split()[-1]: organisation for name, organisation in known.items()}
        longest_first = sorted(known, key=len, reverse=True)
        self._person = re.compile(
            "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first) or r"(?!)", re.IGNORECASE
        )

    def proposal(self, row: ProposalRow) -> ProposalRow:
        """Return a card with as much of its contributor, and of those who stand behind it, as may be seen."""
        seen = self._contributor(row)
        if seen is not row:
            seen = seen._replace(contributor_id=None)
        return seen._replace(wordings=tuple(map(self._contributor, row.wordings))) if row.wordings else seen

    def _contributor(self, row: Contributed) -> Contributed:
        if self.policy == "full" or not (row.contributor_kind or row.contributor or row.organisation):
            return row
        if self.policy == "anonymous":
            return row._replace(contributor_kind="", contributor="", organisation="")
        if row.contributor_kind in {"organisation", "group"}:
            return row
        kind = "organisation" if row.organisation else ""
        return row._replace(contributor_kind=kind, contributor=row.organisation)

    def attendees(self, rows: Iterable[ParticipantRow]) -> tuple[Attendee, ...]:
        """Return the people of a list as they may be seen; nobody when anonymous."""
        if self.policy == "anonymous":
            return ()
        if self.policy == "organisations":
            return tuple(
                Attendee("", row.organisation, "", "", "", row.constituency, row.state, "", row.consent_attribution)
                for row in rows
            )
        return tuple(
            Attendee(
                row.name,
                row.organisation,
                row.function,
                row.email,
                row.note,
                row.constituency,
                row.state,
                row.arrived_at,
                row.consent_attribution,
            )
            for row in rows
        )

    def forum(self, row: ForumRow) -> ForumRow:
        """Return an event without the persons who led it and wrote, as far as they must not be seen."""
        if self.policy == "anonymous":
            return row._replace(facilitation="", minute_taker="")
        return row._replace(facilitation=self.task(row.facilitation), minute_taker=self.task(row.minute_taker))

    def seat(self, row: SteeringMemberRow) -> SteeringMemberRow:
        """Return a seat of the steering group: office and organisation, its constituency only when anonymous."""
        if self.policy == "full":
            return row
        if self.policy == "organisations":
            return row._replace(name="")
        return row._replace(name="", office="", organisation="")

    def task(self, text: str) -> str:
        """Return a field that names somebody for a task; persons become their organisation, or nothing."""
        if self.policy == "full" or not text:
            return text
        if not (_ADDRESS.search(text) or self._person.search(text) or self._has_surname(text)):
            return text
        kept = (self._part(part) for part in _BETWEEN.split(text))
        return ", ".join(dict.fromkeys(part for part in kept if part))

    def _part(self, part: str) -> str:
        part = _ADDRESS.sub("", part)
        alone = self._surname_alone(part)
        if alone in self._surnames:
            return self._instead(self._surnames[alone])
        if not self._person.search(part):
            return part.strip()
        part = self._person.sub(lambda found: self._instead(self._organisation[found[0].casefold()]), part)
        return _FORMS_OF_ADDRESS.sub("", part).strip(" ()-–:")

    def _instead(self, organisation: str) -> str:
        return organisation if self.policy == "organisations" else ""

    def _has_surname(self, text: str) -> bool:
        return any(self._surname_alone(part) in self._surnames for part in _BETWEEN.split(text))

    def _surname_alone(self, part: str) -> str:
        return _FORMS_OF_ADDRESS.sub("", part).strip(" ()").casefold()
