"""Drucken: papers as pages, as they are seen, written as PDF and as Word."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from forumtool.drawing.label_pages import fitting
from forumtool.drawing.paper_pages import pages_of, pdf_bytes
from forumtool.drawing.text import PER_MM, PER_POINT
from forumtool.exports.day_papers import BADGES, LIST, SIGNS, TENTS, TITLES, Choice
from forumtool.exports.name_badges import SHEETS
from forumtool.exports.papers import LINE_HEIGHT, Words
from forumtool.exports.type_size import POINTS_PER_MM, fitted, width_of
from forumtool.i18n import catalogue
from forumtool.services.lots import draw_groups
from forumtool.ui.places.arrive import Arrive
from forumtool.ui.printing.dialog import PrintDialog
from forumtool.ui.shell.window import MainWindow
from forumtool.ui.theme.style import body_font
from tests.exports.paper_samples import NAMES, PAPERS
from tests.ui.forum_day import forum_day
from tests.ui.keys import press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "OpenType support missing")

SAY = catalogue("de")


@pytest.fixture
def window(tmp_path: Path, qtbot: Any) -> Iterator[MainWindow]:
    with forum_day(tmp_path, qtbot, "arrive") as opened:
        yield opened


@pytest.fixture
def dialog(window: MainWindow) -> PrintDialog:
    place = window.places["arrive"]
    assert isinstance(place, Arrive)
    press(place.entry, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (found,) = window.findChildren(PrintDialog)
    return found


def choose(dialog: PrintDialog, kind: str) -> None:
    dialog.wishes.kinds.button(list(TITLES).index(kind)).click()


def pages_in(content: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", content))


@pytest.mark.parametrize("name", [*NAMES, "Nguyễn Thị Minh Khai", "ÄÖÜ äöüß éèç", "mwMW@%", "1234567890 (AWO)"])
@pytest.mark.parametrize("strong", [True, False])
def test_the_estimated_width_of_words_is_never_too_small_for_the_typeface(qapp: Any, name: str, strong: bool) -> None:
    assert width_of(name) * 100 >= QFontMetricsF(body_font(100, strong=strong)).horizontalAdvance(name) - 1


@pytest.mark.parametrize("key", SHEETS)
@pytest.mark.parametrize("name", NAMES)
def test_names_fit_their_badge_in_the_typeface_of_the_pdf(qapp: Any, key: str, name: str) -> None:
    _title, sheet = SHEETS[key]
    width, height = sheet.width - 10, sheet.height - 10
    words = fitted([Words(name, 24, strong=True, after=4), Words("Caritasverband Aachen-Stadt", 12)], width, height)
    rows = fitting(words, width * PER_MM, height * PER_MM)
    assert sum(row.laid.height for row in rows) + sum(row.after for row in rows[:-1]) <= height * PER_MM
    assert all(row.laid.widest <= width * PER_MM for row in rows)


def test_what_does_not_fit_as_estimated_is_made_smaller_not_cut(qapp: Any) -> None:
    high = 20 * POINTS_PER_MM * PER_POINT
    rows = fitting([Words("viele Wörter " * 40, 30)], 60 * PER_MM, high)
    assert rows[0].laid.height <= high
    assert rows[0].laid.height % LINE_HEIGHT >= 0


@pytest.mark.parametrize("kind", PAPERS)
def test_a_pdf_has_the_pages_that_were_seen(qapp: Any, kind: str) -> None:
    content = pdf_bytes(PAPERS[kind], SAY)
    assert content.startswith(b"%PDF")
    assert pages_in(content) == pages_of(PAPERS[kind], SAY).count > 0


def test_every_kind_is_shown_and_written_as_pdf_and_word(dialog: PrintDialog, tmp_path: Path) -> None:
    dialog.desk.do(draw_groups, dialog.desk.forum_id, groups=4)
    for kind, pages in ((LIST, 2), (BADGES, 3), (TENTS, 8), (SIGNS, 4)):
        choose(dialog, kind)
        assert dialog.preview.pages is not None
        assert dialog.preview.pages.count == pages
        assert dialog.said.text() == f"{pages} Seiten A4"
        assert not dialog.grab().isNull()
        dialog.write_pdf(tmp_path / f"{kind}.pdf")
        dialog.write_word(tmp_path / f"{kind}.docx")
        assert dialog.said.text() == f"Fertig: {kind}.docx"
        assert pages_in((tmp_path / f"{kind}.pdf").read_bytes()) == pages
        assert (tmp_path / f"{kind}.docx").read_bytes().startswith(b"PK")


def test_only_what_the_kind_knows_is_asked(dialog: PrintDialog) -> None:
    shown = {}
    for kind in TITLES:
        choose(dialog, kind)
        wishes = dialog.wishes
        fields = {
            "blank": wishes.blank,
            "sheet": wishes.sheet,
            "word": wishes.word,
            "cut": wishes.cut,
            "names": wishes.names,
        }
        shown[kind] = {name for name, field in fields.items() if field.isVisible()}
    assert shown == {LIST: {"blank"}, BADGES: {"sheet", "word", "cut"}, TENTS: {"cut"}, SIGNS: {"word", "names"}}


def test_table_signs_without_groups_say_what_to_do(dialog: PrintDialog) -> None:
    choose(dialog, SIGNS)
    assert "Bitte erst auslosen" in dialog.said.text()
    assert not dialog.pdf.isEnabled()
    assert not dialog.word.isEnabled()


def test_those_who_are_excused_are_not_printed(dialog: PrintDialog) -> None:
    assert dialog.wishes.choice == Choice()
    rows = [row[1] for row in dialog.paper.rows if row[0]]  # type: ignore[union-attr]
    assert len(rows) == 23
    dialog.wishes.whom.button(1).click()
    assert len([row for row in dialog.paper.rows if row[0]]) == 22  # type: ignore[union-attr]


def test_a_folder_that_is_not_there_is_told(dialog: PrintDialog, tmp_path: Path) -> None:
    dialog.write_pdf(tmp_path / "fehlt" / "liste.pdf")
    assert "gibt es nicht" in dialog.said.text()
    assert not dialog.open_file.isVisible()
