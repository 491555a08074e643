"""Letters to those who contributed: what became of it. For internal use, as each holds a name.

A person gets one only who agreed to be written to. An organisation gets one for what was said in its own name; what a
person of it said is in that person's letter and in no other.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from unicodedata import normalize

from forumtool.domain.folding import in_word_order
from forumtool.domain.letters import Letter, Letters, Outcome
from forumtool.domain.persons import Persons, compared
from forumtool.exports.letter_words import outcome_told
from forumtool.i18n import N_, speaking
from forumtool.services.naming import persons
from forumtool.services.reporting import build
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.contributions import ContributionRow, contributions
from forumtool.storage.reading import Reading


def letters(source: Reading) -> Letters:
    """Return a letter to each of those with consent of whose contributions something was decided, by name."""
    of: dict[tuple[str, str], list[ContributionRow]] = defaultdict(list)
    for row in contributions(source):
        if row.participant_id is None and row.organisation.strip():
            of["", row.organisation.strip().casefold()].append(row)
        elif row.participant_id is not None and row.consents:
            of["person", row.participant_id].append(row)
    found = [_letter(rows) for rows in of.values() if any(row.verdict for row in rows)]
    in_order = in_word_order(found, lambda one: one.organisation, lambda one: one.name)
    known = Persons(persons(source))
    others = dict.fromkeys((one.name or one.organisation, name) for one in in_order for name in _others(one, known))
    return Letters(build(source, forum_id=None), tuple(in_order), tuple(others))


def record_letters(file: ForumFile, written: Letters, sent_on: str = "") -> Step | None:
    """Note the letters as sent on a day (ISO 8601, else today), as one step; what is noted already stays so."""
    from forumtool.domain.models import FeedbackLetter

    day = sent_on or date.today().isoformat()
    with file.step(
        N_("Vermerk über geschriebene Rückmeldebriefe ({count}), die Dateien bleiben"), count=str(len(written.letters))
    ) as edit:
        there = _recorded(edit)
        for one in written.letters:
            text = _text(one.outcomes)
            organisation = "" if one.participant_id else one.organisation
            if (one.participant_id, organisation, text, day) not in there:
                edit.add(
                    FeedbackLetter(participant_id=one.participant_id, organisation=organisation, text=text, sent_on=day)
                )
    return edit.done


def _recorded(edit: Edit) -> set[tuple[str | None, str, str, str]]:
    rows = edit.plain("SELECT participant_id, organisation, text, sent_on FROM feedback_letter WHERE NOT deleted")
    return {(person, organisation, text, day) for person, organisation, text, day in rows}


def _letter(rows: Sequence[ContributionRow]) -> Letter:
    first = rows[0]
    outcomes = (
        Outcome(row.number, row.text, row.goal, row.forum, row.verdict, row.merged_with, row.joined_to, row.reason,
                row.measure)
        for row in rows
    )  # fmt: skip
    return Letter(first.participant_id, first.name, first.organisation, first.email, tuple(outcomes))


def _others(letter: Letter, known: Persons) -> Iterator[str]:
    """Who is named by what was decided, but for the one who gets the letter; the contributions are their own words."""
    own = set(map(compared, letter.name.split()))
    for one in letter.outcomes:
        text = normalize("NFC", f"{one.reason}\n{one.measure}")
        for found in known.find(text, anywhere=True):
            name = text[found.start : found.end]
            if own.isdisjoint(map(compared, name.split())):
                yield name


def _text(outcomes: Sequence[Outcome]) -> str:
    say = speaking()
    return "\n".join(f"{one.number} „{one.text}“: {outcome_told(one, say)}" for one in outcomes)
