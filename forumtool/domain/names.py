"""Who may be named in a document: "full", "organisations" or "anonymous".

- "full": as captured.
- "organisations": a person appears as their organisation, and by name only where they agreed to be named; a person who
  is on no list vanishes; groups at a table and organisations stay. Fields that name somebody for a task (facilitation,
  lead, responsible …) lose the names of the other persons and keep the rest.
- "anonymous": nobody who took part or contributed is named, neither person nor organisation; participants are counts,
  and who led the event and wrote is left out. An organisation that was there and is to do something (lead or partner of
  a measure, provider of an offer, addressee) appears as its constituency. Consent changes nothing here.

The host who publishes the document, and an organisation that is to do something and was not there, stay under every
policy. A person's name and an e-mail address never stay in such a field, unless the policy is "full".

Free text stays as it was typed under every policy; ``insight.free_text`` finds the names in it.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar
from unicodedata import normalize

from forumtool.domain.mail_addresses import without_addresses
from forumtool.domain.organisations import Organisations
from forumtool.domain.persons import Persons
from forumtool.domain.report import Attendee
from forumtool.domain.rows import ForumRow, ParticipantRow, ProcessRow, ProposalRow, SteeringMemberRow, Wording
from forumtool.domain.spans import Span, longest

Contributed = TypeVar("Contributed", ProposalRow, Wording)

POLICIES = ("full", "organisations", "anonymous")
DEFAULT_POLICY = "organisations"

_BETWEEN = re.compile(r"\s*[;,/\n]\s*|\s+(?:und|and|&)\s+")
_EMPTY = re.compile(r"\(\s*\)")
_MARK = "\ue000"


class Names:
    """One policy and the persons it protects, by name with their organisation.

    ``agreed`` are the names of those who agreed to be named, ``bodies`` the organisations that were there with their
    constituency, which may be empty. Raises ``ValueError`` for another policy.
    """

    def __init__(
        self,
        policy: str,
        persons: Mapping[str, str],
        agreed: Collection[str] = (),
        bodies: Mapping[str, str] | None = None,
    ) -> None:
        if policy not in POLICIES:
            raise ValueError(f"no policy {policy!r} of names")
        self.policy = policy
        self._agreed = frozenset(agreed) if policy == "organisations" else frozenset()
        self._persons = Persons({name: body for name, body in persons.items() if name not in self._agreed})
        hidden = bodies if bodies and policy == "anonymous" else {}
        self._bodies = {
            bench: Organisations(name for name, own in hidden.items() if own == bench) for bench in set(hidden.values())
        }

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
        if row.contributor_kind in {"organisation", "group"} or row.contributor in self._agreed:
            return row
        kind = "organisation" if row.organisation else ""
        return row._replace(contributor_kind=kind, contributor=row.organisation)

    def attendees(self, rows: Iterable[ParticipantRow]) -> tuple[Attendee, ...]:
        """Return the people of a list as they may be seen; nobody when anonymous."""
        if self.policy == "anonymous":
            return ()
        if self.policy == "organisations":
            return tuple(map(self._attendee, rows))
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

    def _attendee(self, row: ParticipantRow) -> Attendee:
        name, function = (row.name, row.function) if row.name in self._agreed else ("", "")
        return Attendee(
            name, row.organisation, function, "", "", row.constituency, row.state, "", row.consent_attribution
        )

    def process(self, row: ProcessRow) -> ProcessRow:
        """Return the process without the persons who may be named as its host or at its side."""
        return row._replace(host=self.task(row.host), accompanied_by=self.task(row.accompanied_by))

    def forum(self, row: ForumRow) -> ForumRow:
        """Return an event without the persons who led it and wrote, as far as they must not be seen."""
        if self.policy == "anonymous":
            return row._replace(host=self.task(row.host), facilitation="", minute_taker="", distribution="")
        return row._replace(
            host=self.task(row.host),
            facilitation=self.task(row.facilitation),
            minute_taker=self.task(row.minute_taker),
            distribution="\n".join(filter(None, map(self.task, row.distribution.splitlines()))),
        )

    def seat(self, row: SteeringMemberRow) -> SteeringMemberRow:
        """Return a seat of the steering group: office and organisation, its constituency only when anonymous."""
        if self.policy == "full":
            return row
        if self.policy == "organisations":
            return row._replace(name="")
        return row._replace(name="", office="", organisation="")

    def task(self, text: str) -> str:
        """Return a field that names somebody for a task: persons become their organisation, or nothing.

        When anonymous, organisations that were there become their constituency.
        """
        if self.policy == "full" or not text:
            return text
        whole = without_addresses(normalize("NFC", text).replace(_MARK, ""))
        found = self._hidden(whole)
        if not found and len(whole) == len(normalize("NFC", text)):
            return text
        for _instead, start, end in reversed(found):
            whole = f"{whole[:start]}{_MARK}{whole[end:]}"
        instead = iter([one[0] for one in found])  # may hold commas: it is put in when the parts are apart
        parts = [re.sub(_MARK, lambda _mark: next(instead), part) for part in _BETWEEN.split(whole)]
        kept = (" ".join(_EMPTY.sub("", part).split()).strip(" -–:") for part in parts)
        return ", ".join(dict.fromkeys(part for part in kept if part))

    def _hidden(self, text: str) -> list[Span]:
        """What stands instead of those who are not named, and where they stand."""
        found = [
            (one.organisation if self.policy == "organisations" else "", one.start, one.end)
            for one in self._persons.find(text)
        ]
        found += [(bench, *span) for bench, bodies in self._bodies.items() for span in bodies.find(text)]
        return longest(found)
