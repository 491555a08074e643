"""``forumtool decisions``: the list comes back and the sheet goes out, without a window."""

from pathlib import Path

import pytest

from forumtool.services.decisions import decide
from forumtool.services.proposals import reword
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.decided import stand as stand_of
from tests.builders import example, forumtool
from tests.decision_lists import edited, grid, meeting, number, of, workbook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return example(tmp_path)


def listed(path: Path, folder: Path) -> Path:
    """A list in which one proposal is rejected, one was adopted here meanwhile, and a cell says nothing known."""
    with ForumFile.open(path) as file:
        cards = meeting(file)
        first, second, third = (number(file, key) for key in cards[2:])
        rows = edited(grid(file), {
            (first, "verdict"): "ablehnen", (first, "reason"): "Zu teuer", (second, "verdict"): "vertagt",
            (third, "verdict"): "vielleicht",
        })  # fmt: skip
        made = workbook(folder / "liste.xlsx", rows, stand_of(file))
        decide(file, cards[3], verdict="adopt")
    return made


def state(path: Path) -> tuple[str, list[str]]:
    with ForumFile.open(path) as file:
        keys = [key for (key,) in file.plain("SELECT id FROM card ORDER BY id")]
        return digest(file), [of(file, key).verdict for key in keys]


def test_every_change_and_every_row_left_out_is_named_and_undo_takes_all_back(path: Path, tmp_path: Path) -> None:
    made = listed(path, tmp_path)
    before, _verdicts = state(path)
    dry = forumtool("decisions", path, made, "--dry-run")
    assert dry.stdout.splitlines() == [
        "Zeile 4: A-3 · Entscheidung: leer → ablehnen",
        "Zeile 4: A-3 · Begründung: leer → Zu teuer",
        "Zeile 5: A-4 · Entscheidung: leer → zurückstellen · hier inzwischen: übernehmen"
        " (Inzwischen auch hier geändert, nicht übernommen)",
        "Zeile 6: bleibt weg (Entscheidung: „vielleicht“ ist keine Entscheidung) · A-5 · vielleicht",
        "3 Änderungen in der Liste. 1 davon braucht eine Wahl. 1 Zeile bleibt weg."
        " Nur angesehen, nichts geändert: 2 Änderungen würden übernommen.",
    ]
    assert state(path)[0] == before
    done = forumtool("decisions", path, made).stdout.splitlines()
    assert done[:-1] == dry.stdout.splitlines()[:-1]
    assert done[-1].endswith("bleibt weg. 2 Änderungen übernommen, „undo“ nimmt sie zurück.")
    assert state(path)[1] == ["adopt", "merge", "reject", "adopt", ""]
    assert forumtool("undo", path).returncode == 0
    assert state(path)[0] == before


def test_the_list_may_be_preferred(path: Path, tmp_path: Path) -> None:
    made = listed(path, tmp_path)
    said = forumtool("decisions", path, made, "--prefer", "list")
    assert "hier inzwischen: übernehmen (Inzwischen auch hier geändert)\n" in said.stdout
    assert said.stdout.splitlines()[-1] == (
        "3 Änderungen in der Liste. 1 Zeile bleibt weg. 3 Änderungen übernommen, „undo“ nimmt sie zurück."
    )
    assert state(path)[1] == ["adopt", "merge", "reject", "defer", ""]
    assert forumtool("decisions", path, made, "--prefer", "list").stdout.splitlines()[-1].startswith("Die Liste sagt")


def test_what_only_needs_choices_is_said_to_have_changed_nothing(path: Path, tmp_path: Path) -> None:
    with ForumFile.open(path) as file:
        cards = meeting(file)
        one, two = number(file, cards[3]), number(file, cards[4])
        edits: dict[tuple[str, str], object] = {(one, "merged_with"): two, (two, "merged_with"): one}
        made = workbook(tmp_path / "liste.xlsx", edited(grid(file), edits), stand_of(file))
    before = state(path)
    said = forumtool("decisions", path, made, "--prefer", "list")
    assert said.returncode == 0
    assert said.stdout.splitlines()[-1] == (
        "2 Änderungen in der Liste. 2 davon brauchen eine Wahl. Nichts wurde geändert."
    )
    assert said.stdout.count(f"im Kreis zusammengeführt: {one} → {two} → {one}, nicht übernommen") == 2
    assert state(path) == before


def test_the_list_of_another_file_is_refused_unless_a_flag_says_otherwise(path: Path, tmp_path: Path) -> None:
    (tmp_path / "dort").mkdir()
    other = example(tmp_path / "dort")
    with ForumFile.open(other) as file:
        cards = meeting(file)
        edits: dict[tuple[str, str], object] = {(number(file, cards[4]), "verdict"): "ablehnen"}
        made = workbook(tmp_path / "liste.xlsx", edited(grid(file), edits), stand_of(file))
    with ForumFile.open(path) as file:
        reword(file, meeting(file)[0], "Etwas ganz anderes")
    before = state(path)
    refused = forumtool("decisions", path, made, "--prefer", "list")
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
    assert "stammt aus einer anderen Datei" in refused.stderr and "--other-file" in refused.stderr
    assert "0 Änderungen würden übernommen" in forumtool("decisions", path, made, "--dry-run").stdout
    assert state(path) == before
    assert forumtool("decisions", path, made, "--other-file").returncode == 0
    assert state(path)[1] == ["adopt", "merge", "", "", "reject"]


def test_the_sheet_is_written_and_read_back(path: Path, tmp_path: Path) -> None:
    listed(path, tmp_path)
    for language in ("de", "en"):
        sheet = tmp_path / f"bogen {language}.docx"
        said = forumtool("decisions", path, "--sheet", sheet, "--language", language)
        assert (said.returncode, said.stdout, said.stderr) == (0, f"{sheet}\n", "")
        again = forumtool("decisions", path, sheet)
        assert again.stdout == "Die Liste sagt nichts anderes als die Datei.\n"


def test_what_cannot_be_done_gets_one_sentence(path: Path, tmp_path: Path) -> None:
    (tmp_path / "keine.csv").write_text("Name;Ort\nMeier;Aachen\n")
    for words, part in (
        ((path,), "--sheet"), ((path, "x.xlsx", "--sheet", "y.docx"), "--sheet"), ((path, "x.xlsx"), "gibt es nicht"),
        ((path, tmp_path / "keine.csv"), "keine Entscheidungen"), ((path, "--sheet", tmp_path), "ist ein Ordner"),
        ((path, "--sheet", tmp_path / "a.docx", "--forum", "Bonn"), "Bonn"),
        ((path, "--sheet", tmp_path / "a.pdf"), ".docx"),
    ):  # fmt: skip
        said = forumtool("decisions", *words)
        assert (said.returncode, said.stdout, said.stderr.count("\n")) == (1, "", 1)
        assert part in said.stderr
