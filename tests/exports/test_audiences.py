"""Each audience is shown what it may see and nothing else, judged by the bytes of all parts of the documents."""

import io
import re
from html import escape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forumtool.domain.audience import AUDIENCES
from forumtool.domain.rows import NewParticipant
from forumtool.drawing.document_pdf import write_untagged
from forumtool.exports import word_document, workbook_xlsx
from forumtool.exports.documents import DOCUMENTS
from forumtool.i18n import catalogue
from forumtool.services import (
    decisions,
    follow_up,
    forums,
    measures,
    minutes,
    naming,
    offers,
    people,
    processes,
    proposals,
    reporting,
)
from forumtool.services.joining import join
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.forums import participants
from forumtool.storage.queries.process import process
from tests.builders import capture, example, forum_for, goal_of
from tests.exports.forum_files import report_of, small
from tests.exports.samples import (
    FACILITATOR,
    ORGANISATION,
    PERSONS,
    SURNAMES,
    docx,
    everything_in,
    filled,
    paragraphs_of,
    sections_of,
    xlsx,
)


@pytest.fixture
def file(tmp_path: Path):
    with filled(tmp_path) as open_file:
        yield open_file


def _documents(file: ForumFile, **choices) -> list[str]:
    reports = [reporting.build(file, forum_id=key, **choices) for key in (None, forum_for(file).id)]
    return [everything_in(write(report)[0]) for report in reports for write in (docx, xlsx)]


def test_the_office_itself_is_shown_everything(file: ForumFile) -> None:
    for content in _documents(file, audience="internal"):
        for shown in (*PERSONS, FACILITATOR, "Fester oder wechselnder Ort?"):
            assert shown in content


def test_the_steering_group_is_shown_organisations_notes_and_photographs(file: ForumFile) -> None:
    for content in _documents(file):
        assert ORGANISATION in content
        assert "Fester oder wechselnder Ort?" in content
        for hidden in (*SURNAMES, "testpost.example", "kommt später"):
            assert hidden not in content
    assert reporting.build(file, forum_id=None).photos


def test_everybody_is_shown_neither_people_nor_notes_nor_photographs(file: ForumFile) -> None:
    for content in _documents(file, audience="public"):
        for hidden in (*SURNAMES, ORGANISATION, "Gruppe B", "Birhan", "testpost", "Fester oder wechselnder Ort?"):
            assert hidden not in content
        assert "Zwei sind dagegen." in content  # dissent is a result
    public = reporting.build(file, forum_id=None, audience="public")
    assert not public.photos
    ticked = reporting.build(file, forum_id=None, audience="public", notes=True, photos=True)
    assert ticked.photos and any(card.note for card in ticked.proposals)
    assert ticked.names == "anonymous"


def test_a_name_that_was_taken_out_of_a_wording_is_nowhere_for_everybody(file: ForumFile) -> None:
    said, lead = capture(file, "Frau Quastenhuber soll das Café leiten", "Café leiten")
    minutes.send(file, forum_for(file).id)
    proposals.reword(file, said.id, "Das Café braucht eine Leitung")
    for _word in ("auf der Pinnwand", "hinter einer anderen Karte"):
        for content in _documents(file, audience="public"):
            assert "Quastenhuber" not in content and "Das Café braucht eine Leitung" in content
        for audience in ("internal", "steering"):
            assert all("Quastenhuber" in content for content in _documents(file, audience=audience))
        for wording in ("original", "both"):
            assert all("Quastenhuber" in content for content in _documents(file, audience="public", wording=wording))
        join(file, [said.id], lead.id)


def _every_form(file: ForumFile, key: str, audience: str) -> dict[str, str]:
    """A kind of document as Word, Excel and PDF of the program's own, each as everything that its bytes say."""
    report, say = report_of(file, key, audience=audience), catalogue("de")
    kind, made = DOCUMENTS[key], {form: io.BytesIO() for form in ("docx", "pdf", "xlsx")}
    document = kind.compose(report, say, None)
    word_document.write_document(document, report, made["docx"])
    write_untagged(document, made["pdf"])
    workbook_xlsx.write(report, made["xlsx"], say, kind.lists.make(report, say) if kind.lists else None)
    return {form: everything_in(stream.getvalue()) for form, stream in made.items()}


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("OpenType support missing")
@pytest.mark.parametrize("key", DOCUMENTS)
def test_no_byte_of_any_kind_and_form_for_everybody_names_a_contributor(tmp_path: Path, key: str) -> None:
    with small(tmp_path) as opened:
        public, internal = (_every_form(opened, key, audience) for audience in ("public", "internal"))
    hidden = (*SURNAMES, ORGANISATION, "testpost", "Birhan", "Fester oder wechselnder Ort?")
    for form, content in public.items():
        for words in hidden:
            assert words not in content, form
            assert "".join(words.split()) not in content, form
    if key == "minutes":  # the search finds what there is
        assert [form for form, content in internal.items() if SURNAMES[0] not in content] == []


def test_who_agreed_is_named_to_the_steering_group_and_not_to_everybody(file: ForumFile) -> None:
    person = next(row for row in participants(file, forum_for(file).id) if row.name == PERSONS[0])
    people.change_participant(file, person.id, consent_attribution=True)
    for content in _documents(file):
        assert PERSONS[0] in content
        for hidden in (*SURNAMES[1:], "testpost.example", "kommt später"):
            assert hidden not in content
    package, _ = docx(reporting.build(file, forum_id=forum_for(file).id))
    assert "Personen, die ihrer Nennung zugestimmt haben" in paragraphs_of(package)
    named = [rows for path, rows in sections_of(package).items() if "Nennung" in path]
    assert [row[0] for row in named[0]] == [PERSONS[0]]
    for content in _documents(file, audience="public"):
        assert "Zerrinoğlu" not in content


def test_of_two_people_with_one_name_both_must_have_agreed(tmp_path: Path) -> None:
    with ForumFile.open(example(tmp_path)) as file:
        both = [NewParticipant("Maria Querbeet", body, consent_attribution=body == "Amt") for body in ("Amt", "Verein")]
        people.add_participants(file, forum_for(file).id, both, present=True)
        assert naming.agreed(file) == set()
        for content in _documents(file):
            assert "Querbeet" not in content


def test_an_unknown_audience_is_refused(file: ForumFile) -> None:
    with pytest.raises(ValueError, match="press"):
        reporting.build(file, forum_id=None, audience="press")
    assert [one.names for one in AUDIENCES] == ["full", "organisations", "anonymous"]


_LETTERS = st.text("abdefghiklmnoprstuvwzäöüßğıéç", min_size=5, max_size=9)
_WORDS = st.builds(lambda text: text.capitalize(), _LETTERS)


@given(
    given=st.lists(_WORDS, min_size=3, max_size=3, unique=True),
    surnames=st.lists(_WORDS, min_size=3, max_size=3, unique=True),
    bodies=st.lists(_WORDS, min_size=2, max_size=2, unique=True),
    written=st.sampled_from(["{given} {surname}", "Frau {surname}", "{surname}, {given}", "Dr. {initial}. {surname}"]),
    agreed=st.booleans(),
)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_byte_of_an_anonymous_document_names_who_contributed(
    tmp_path_factory, given, surnames, bodies, written, agreed
) -> None:
    """Contributor, participant, note-taker, partner, responsible, addressee, provider, distribution, change."""
    folder = tmp_path_factory.mktemp("anonym")
    persons = [f"Q{first} X{last}" for first, last in zip(given, surnames, strict=True)]
    organisations = [f"Zz{body} e. V." for body in bodies]
    task = written.format(given=f"Q{given[0]}", surname=f"X{surnames[0]}", initial="Q")
    with ForumFile.open(example(folder)) as file:
        forum_id = forum_for(file).id
        people.add_participants(
            file,
            forum_id,
            [NewParticipant(name, organisations[at % 2], "Leitung", f"x{at}@zzpost.example", consent_attribution=agreed)
             for at, name in enumerate(persons[:2])],
            present=True,
        )  # fmt: skip
        capture(file, *(f'Weg {at} @"{who}"' for at, who in enumerate((*persons, *organisations))))
        forums.change_forum(file, forum_id, minute_taker=persons[0], facilitation=f"{task}, Institut",
                            distribution=f"{persons[1]} <x1@zzpost.example>")  # fmt: skip
        processes.rename(file, process(file).id, host=f"Stadt, {task}", accompanied_by=persons[2])
        step = measures.sketch(file, "Café", forum_id=forum_id, goal_id=goal_of(file).id)
        assert step is not None
        partners = f"{task} (x0@zzpost.example), {organisations[0].upper()}, DRK"
        measures.change_measure(file, *step.changes["measure"], lead=f"{task}; {organisations[1]}", partners=partners)
        follow_up.agree(file, "Liste", forum_id=forum_id, responsible=f"{task}, {organisations[0]}")
        follow_up.set_aside(file, "Kurse", forum_id=forum_id, addressee=f"{organisations[1]} und {task}")
        minutes.send(file, forum_id)
        follow_up.change_agreement(file, file.one("SELECT id FROM action_item")[0], responsible=persons[1])
        proposals.reword(file, file.one("SELECT id FROM proposal")[0], "Weg anders")
        offers.add_offer(file, "Kurs", provider=f"{organisations[0][:-6]}, {task}")
        proposals.change(file, file.one("SELECT id FROM proposal")[0], note=f"Zznotiz: {persons[2]}")
        decisions.decide(file, file.one("SELECT id FROM proposal")[0], verdict="adopt", responsible=task)
        contents = _documents(file, audience="public")
        inside = _documents(file, audience="steering")
    for content in inside:
        for hidden in ("zzpost", *(f"X{name}" for name in surnames if not agreed)):
            assert not re.search(rf"\b{re.escape(escape(hidden))}\b", content.replace("Zznotiz: " + persons[2], "")), (
                hidden
            )
        assert "Zznotiz" in content
    for content in contents:
        assert "Zznotiz" not in content
        for hidden in (*(f"X{name}" for name in surnames), *(f"Zz{body}" for body in bodies), "zzpost"):
            assert not re.search(rf"\b{re.escape(escape(hidden))}\b", content), hidden
