"""Lists to sign, badges, tents and table signs: what stands on them, that it fits, and that Word takes it."""

import io
import re
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from forumtool.exports import attendance_list, name_badges, papers_docx, table_signs
from forumtool.exports.listed_people import on_paper
from forumtool.exports.paper_files import write_word
from forumtool.exports.papers import LINE_HEIGHT, Paper, Words
from forumtool.exports.type_size import POINTS_PER_MM, fitted, line_count, width_of
from tests.exports.judges import by_the_schemas
from tests.exports.paper_samples import FORUM, PAPERS, PEOPLE, SAY, person


def word(paper: Paper) -> bytes:
    stream = io.BytesIO()
    assert papers_docx.write(paper, stream, "Stadt Aachen", SAY) == []
    return stream.getvalue()


def texts(package: bytes) -> list[str]:
    body = Document(io.BytesIO(package)).element.body
    return ["".join(node.text or "" for node in one.iter(qn("w:t"))) for one in body.iter(qn("w:p"))]


def test_the_list_to_sign_has_everybody_by_family_name_and_room_for_guests() -> None:
    people = [person("Zoë Ende"), person("Ali Özdemir"), person("Maria von der Aue"), person("", "Birhan e. V.")]
    paper = attendance_list.compose(FORUM, "Konzept", people, SAY, blank_rows=2)
    assert [column.title for column in paper.columns] == ["Nr.", "Name", "Organisation", "Unterschrift"]
    assert [row[:3] for row in paper.rows] == [
        ("1", "Maria von der Aue", "AWO"), ("2", "", "Birhan e. V."), ("3", "Zoë Ende", "AWO"),
        ("4", "Ali Özdemir", "AWO"), ("", "", ""), ("", "", ""),
    ]  # fmt: skip
    assert paper.below == "Fachforum 3 · 12. Mai 2016 · Nadelfabrik"
    assert sum(column.width for column in paper.columns) == pytest.approx(210 - 2 * paper.margin)


def test_no_paper_holds_an_address_or_a_note() -> None:
    people = [person("Max Müller <max@awo.de>", "AWO, info@awo.de", 1, function="erreichbar: m.m@awo.de")]
    for paper in (
        attendance_list.compose(FORUM, "Konzept", people, SAY), name_badges.badges(FORUM, people, SAY),
        name_badges.tents(FORUM, people, SAY), table_signs.signs(FORUM, people, SAY),
    ):  # fmt: skip
        told = "\n".join(texts(word(paper)))
        assert "Max Müller" in told
        assert "@" not in told
        assert "vertraulich" not in told


@pytest.mark.parametrize("kind", PAPERS)
def test_every_name_stands_whole_in_the_word_file(kind: str) -> None:
    told = texts(word(PAPERS[kind]))
    assert "Caritasverband Aachen-Stadt und -Land e. V." in told or kind == "signs"
    for row in on_paper(PEOPLE):
        assert not row.name or any(row.name in text for text in told)


def test_groups_stand_on_list_badges_and_signs() -> None:
    people = [person("Eva", group=2), person("Jan", group=1), person("Ali")]
    paper = attendance_list.compose(FORUM, "Konzept", people, SAY)
    assert [row[3] for row in paper.rows[:3]] == ["", "2", "1"]
    assert "Gruppe 2" in texts(word(name_badges.badges(FORUM, people, SAY)))
    assert "Tisch 1" in texts(word(table_signs.signs(FORUM, people, SAY)))
    assert "Ali" not in "".join(texts(word(table_signs.signs(FORUM, people, SAY))))
    assert "Eva" not in "".join(texts(word(table_signs.signs(FORUM, people, SAY, names=False))))


def test_each_person_has_one_badge_and_a_tent_of_two_sides() -> None:
    assert len(name_badges.badges(FORUM, PEOPLE, SAY).labels) == len(PEOPLE)
    tents = name_badges.tents(FORUM, PEOPLE, SAY).labels
    assert [label.turn for label in tents] == [90, 270] * len(PEOPLE)
    assert all(front.words == back.words for front, back in zip(tents[::2], tents[1::2], strict=True))


@pytest.mark.parametrize("key", name_badges.SHEETS)
def test_sheets_lie_inside_a_page(key: str) -> None:
    _title, sheet = name_badges.SHEETS[key]
    assert sheet.left + sheet.whole_width <= 210
    assert sheet.top + sheet.whole_height <= 297
    assert sheet.step_x >= sheet.width
    assert sheet.step_y >= sheet.height


_NAMES = st.text(st.sampled_from("abcdefgmwMWÄöß -'éлмשרםمحدğİ中'"), max_size=120)


@given(_NAMES, _NAMES, st.sampled_from([(75.0, 44.0), (71.0, 73.5), (30.0, 12.0)]))
def test_words_of_any_length_fit_and_none_is_left_out(name: str, organisation: str, field: tuple[float, float]) -> None:
    wished = (Words(name, 24, strong=True, after=4), Words(organisation, 12))
    found = fitted(wished, *field)
    assert [one.text for one in found] == [one.text for one in wished if one.text]
    room = field[0] * POINTS_PER_MM
    high = sum(line_count(one.text, one.size, room) * one.size * LINE_HEIGHT for one in found)
    assert high + sum(one.after for one in found[:-1]) <= field[1] * POINTS_PER_MM + 0.01
    assert all(0 < one.size <= wish.size for one, wish in zip(found, [w for w in wished if w.text], strict=True))


def test_short_names_are_large_and_long_words_stay_on_one_line_while_they_can_be_read() -> None:
    (short,) = fitted([Words("Bo Li", 24)], 75, 44)
    assert short.size == 24
    (longer,) = fitted([Words("Integrationszentrum", 44)], 71, 73)
    assert width_of("Integrationszentrum") * longer.size <= 71 * POINTS_PER_MM
    (hyphened,) = fitted([Words("Müller-Lüdenscheidt", 24)], 60, 44)
    assert hyphened.size > 18


@pytest.mark.parametrize("kind", PAPERS)
def test_word_files_are_valid_by_the_schemas(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"{kind}.docx"
    path.write_bytes(word(PAPERS[kind]))
    assert by_the_schemas([path]) == {}


def test_labels_have_exactly_the_size_of_the_sheet() -> None:
    package = word(PAPERS["badges"])
    body = Document(io.BytesIO(package)).element.body
    rows = list(body.iter(qn("w:trHeight")))
    assert {(row.get(qn("w:val")), row.get(qn("w:hRule"))) for row in rows} == {("3061", "exact")}
    assert [int(column.get(qn("w:w"))) for column in body.iter(qn("w:gridCol"))] == [4818, 567, 4818]


def test_a_paper_appears_under_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "Namensschilder.docx"
    assert write_word(PAPERS["badges"], path, "Stadt Aachen", SAY) == []
    assert [one.name for one in tmp_path.iterdir()] == ["Namensschilder.docx"]
    assert Document(str(path)).core_properties.author == "Stadt Aachen"
    strange = name_badges.badges(FORUM, [person("Max\x00\x07 Müller")], SAY)
    assert re.search(r"entfernt", " ".join(write_word(strange, path, "Stadt", SAY)))
