"""A small, a large and a nasty file, each with something for every kind of document, and all documents of a file."""

from collections.abc import Sequence
from pathlib import Path

from forumtool.domain.audience import KEYS
from forumtool.domain.capture_line import Draft
from forumtool.domain.models import Decision, Indicator
from forumtool.domain.report import Report
from forumtool.drawing import report_pdf
from forumtool.exports import writing
from forumtool.exports.documents import DOCUMENTS, Kind
from forumtool.exports.letters_docx import export_letters
from forumtool.exports.steering_folder import parts, write_parts
from forumtool.exports.writing import Exported
from forumtool.i18n import catalogue
from forumtool.services import action_fields, decisions, people, progress, proposals, reporting, synthesis
from forumtool.services.adopting import adopt_measures
from forumtool.services.gathering import gather_for_steering
from forumtool.services.letters import letters
from forumtool.services.many_cards import NewCard, place_many
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries import process as basis
from forumtool.storage.queries.forums import participants
from forumtool.storage.queries.outcomes import measures
from forumtool.storage.queries.proposals import proposals as cards_of
from tests.builders import forum_for
from tests.exports.hard_texts import harden
from tests.exports.samples import PERSONS, filled

_WORDS = "Begegnungsräume im Quartier gemeinsam mit Vereinen, Schulen und Nachbarschaften öffnen und dauerhaft fördern"


def small(folder: Path) -> ForumFile:
    """An open file with a forum, its outcome, decisions, measures of the concept and people who want a letter."""
    file = filled(folder)
    for row in participants(file, forum_for(file).id):
        people.change_participant(file, row.id, consent_email=True)
    proposals.change(file, cards_of(file)[1].id, other_text="فتح ساحات المدارس", other_language="ar")
    field, theme = basis.action_fields(file)[0], basis.theme_fields(file)[0]
    action_fields.map_field(file, field.id, theme.id, on=True)
    verdicts = ("adopt", "merge", "defer", "reject")
    cards = cards_of(file)
    for at, card in enumerate(cards[:12]):
        verdict = verdicts[at % len(verdicts)]
        merged = cards[at - 1].id if verdict == "merge" else None
        decisions.decide(file, card.id, verdict=verdict, merged_with_id=merged, reason="Es fehlt im Quartier.",
                         responsible="Quartiersbüro", due="2017-03-01", decided_on="2016-06-09", votes_yes=10,
                         measure_number=f"1.{at}", action_field_id=field.id)  # fmt: skip
    adopt_measures(file)
    with file.step("") as edit:
        edit.add(Indicator(goal_id=cards[0].goal_id, text="Zahl der Treffpunkte", reference="Sozialbericht"))
    for row in measures(file)[:2]:
        progress.record_progress(file, row.id, "2017-01-31", percent=40, note="Zwei Räume sind gefunden.")
    return file


def nasty(folder: Path, *, novels: bool = True) -> ForumFile:
    """The same with a hard text in every field that somebody types, some of them as long as a short novel."""
    file = small(folder)
    harden(file, novels=novels)
    return file


def large(folder: Path, cards: int) -> ForumFile:
    """The same with so many more cards, a third of them decided."""
    file = small(folder)
    tags, every = ("Ankommen", "Kinder", "Einleben", "Alter"), basis.goals(file)
    drafts = [
        NewCard(Draft(f"{_WORDS} ({at})", tags=(tags[at % 4],), contributor=PERSONS[at % 3]), every[at % len(every)].id)
        for at in range(cards)
    ]
    with file.step("") as edit:
        place_many(edit, drafts, forum_id=forum_for(file).id)
        found = edit.plain("SELECT id FROM proposal ORDER BY running_number DESC LIMIT ?", cards)
        verdicts = [{"proposal_id": key, "verdict": "adopt", "reason": "Es fehlt."} for (key,) in found[::3]]
        edit.add_many(Decision, verdicts)
    return file


def every_office_file(file: ForumFile, folder: Path, audiences: Sequence[str] = KEYS) -> list[Exported]:
    """Write each kind of document that Word or Excel opens, the minutes and their lists for each of their readers."""
    say = catalogue("de")
    folder.mkdir(exist_ok=True)
    written: list[Exported] = []
    for audience in audiences:
        written += writing.export(reporting.build(file, forum_id=None, audience=audience), folder / audience)
    for key, kind in DOCUMENTS.items():
        if not kind.forum:
            written += writing.export(report_of(file, key), folder, _forms(kind), document=key)
    written += [one for one in export_letters(letters(file), folder, say) if one.path.suffix == ".docx"]
    names = {one.path.name for one in written}
    gathered = gather_for_steering(file)
    found = [
        part
        for part in parts(gathered, say, report_pdf.write)
        if not part.name.endswith(".pdf") and part.name.partition(" ")[2] not in names  # behind its number
    ]
    of_folder = write_parts(found, folder / "folder", gathered.whole.process, say)
    return [*written, *of_folder[1:]]  # the first one is a list of them as text


def report_of(file: ForumFile, key: str, **choices: str) -> Report:
    """What a kind of document is written from, for its usual readers unless others are chosen."""
    chosen = {"audience": DOCUMENTS[key].audience, **choices}
    if key == "synthesis":
        return synthesis.with_similar(synthesis.build_synthesis(file, **chosen))
    return reporting.build(file, forum_id=None, **chosen)


def _forms(kind: Kind) -> tuple[str, ...]:
    return ("docx", "xlsx") if kind.lists else ("docx",)
