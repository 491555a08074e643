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
from unicodedata import normalize

from forumtool.domain.mail_addresses import without_addresses
from forumtool.domain.persons import Persons
from forumtool.domain.report import Attendee
from forumtool.domain.rows import ForumRow, ParticipantRow, ProposalRow, SteeringMemberRow, Wording

Contributed = TypeVar("Contributed", ProposalRow, Wording)

POLICIES = ("full", "organisations", "anonymous")
DEFAULT_POLICY = "organisations"

_BETWEEN = re.compile(r"\s*[;,/\n]\s*|\s+(?:und|and|&)\s+")
_EMPTY = re.compile(r"\(\s*\)")
_MARK = "\ue000"


class Names:
    """One policy and the persons it protects, by name with their organisation.

    Raises ``ValueError`` for another policy.
    """

    def __init__(self, policy: str, persons: Mapping[str, str]) -> None:
        if policy not in POLICIES:
            raise ValueError(f"no policy {policy!r} of names")
        self.policy = policy
        self._persons = Persons(persons)

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
        whole = without_addresses(normalize("NFC", text).replace(_MARK, ""))
        found = self._persons.find(whole)
        if not found and len(whole) == len(normalize("NFC", text)):
            return text
        for one in reversed(found):  # an organisation may hold commas: it is put in when the parts are apart
            whole = f"{whole[: one.start]}{_MARK}{whole[one.end :]}"
        bodies = iter([one.organisation if self.policy == "organisations" else "" for one in found])
        parts = [re.sub(_MARK, lambda _mark: next(bodies), part) for part in _BETWEEN.split(whole)]
        kept = (" ".join(_EMPTY.sub("", part).split()).strip(" -–:") for part in parts)
        return ", ".join(dict.fromkeys(part for part in kept if part))
