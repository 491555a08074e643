"""Lists for the steering group as they go out, and what offices do to them before they come back."""

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.packaging.custom import StringProperty

from forumtool.domain.rows import ActionFieldRow
from forumtool.exports.decision_columns import DECISION_COLUMNS, NUMBER, STAND
from forumtool.exports.words import VERDICTS
from forumtool.i18n import catalogue
from forumtool.services.action_fields import add_action_field
from forumtool.services.decision_sheets import decision_sheet
from forumtool.services.decisions import decide
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.decided import Decided, decided_now
from forumtool.storage.queries.process import action_fields
from tests.builders import capture

KEYS = tuple(column.key for column in DECISION_COLUMNS)
Grid = list[list[object]]
CARDS = ("Sprachcafé im Park", "Patenschaften im Viertel", "Infos in elf Sprachen", "Räume am Abend", "Fest der Straße")


def meeting(file: ForumFile) -> list[str]:
    """Five proposals, of which two are decided, and two fields of action; the keys of the proposals."""
    cards = [one.id for one in capture(file, *CARDS)]
    for title in ("Quartierstreffs", "Zukunftsfonds"):
        add_action_field(file, title)
    decide(file, cards[0], verdict="adopt", reason="Raum\nund Träger", responsible="FB Soziales", due="2017-03-31",
           votes_yes=10, votes_abstained=2, measure_number="4.2", action_field_id=fields(file)[0].id)  # fmt: skip
    decide(file, cards[1], verdict="merge", merged_with_id=cards[2], due="Ende Juni")
    return cards


def fields(file: ForumFile) -> list[ActionFieldRow]:
    """The fields of action that ``meeting`` has added."""
    return action_fields(file)[-2:]


def number(file: ForumFile, key: str) -> str:
    """The number of a proposal."""
    (found,) = file.one("SELECT laptop || '-' || running_number FROM proposal WHERE id = ?", key)
    return str(found)


def of(file: ForumFile, key: str) -> Decided:
    """What is decided of a proposal."""
    return decided_now(file).get(key, Decided())


def grid(file: ForumFile, language: str = "de") -> Grid:
    """The list as it goes out: heads, then a row for each proposal; decisions in the last columns."""
    say = catalogue(language)
    rows: Grid = [[say(NUMBER), say("Ziel-Nr."), say("Vorschlag"), *(say(column.title) for column in DECISION_COLUMNS)]]
    for goal in decision_sheet(file, names="full").goals:
        for card in goal.cards:
            decided = card._replace(verdict=say(VERDICTS[card.verdict]) if card.verdict else "")
            cells = [getattr(decided, key) or None for key in KEYS]
            rows.append([card.number, goal.label.split()[0], card.text, *cells])
    return rows


def workbook(path: Path, rows: Sequence[Sequence[object]], stand: str = "", *, hidden: Sequence[int] = ()) -> Path:
    """An .xlsx with these rows behind an empty first sheet, and some of its lines hidden as a filter hides them."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Vorschläge")
    for row in rows:
        sheet.append(list(row))
    for line in hidden:
        sheet.row_dimensions[line].hidden = True
    if stand:
        book.custom_doc_props.append(StringProperty(name=STAND, value=stand))
    book.save(path)
    return path


def edited(rows: Grid, edits: Mapping[tuple[str, str], object]) -> Grid:
    """The rows with other words in some cells, named by the number of the proposal and the column's key."""
    at = {key: len(rows[0]) - len(KEYS) + place for place, key in enumerate(KEYS)}
    found = [list(row) for row in rows]
    for row in found[1:]:
        for key, place in at.items():
            if (row[0], key) in edits:
                row[place] = edits[str(row[0]), key]
    return found


def saved_again(path: Path, folder: Path) -> Path:
    """The file as LibreOffice saves it again; the test is skipped where it is not installed."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    folder.mkdir(exist_ok=True)
    subprocess.run(
        [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", path.suffix[1:],
         "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder / path.name
