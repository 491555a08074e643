"""The terminal, as organisers use it: real processes, real files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from forumtool.storage.check import findings
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.proposals import proposals
from tests.builders import DATA, capture, command, example, forumtool, group
from tests.exports.house_templates import with_macros
from tests.exports.samples import everything_in

PLAN = DATA / "karlsruhe_plan" / "plan_2012_structured.csv"
COMMANDS = ("new", "import", "capture", "export", "decisions", "print", "info", "undo", "redo", "check", "inspect")


def facts(path: Path) -> dict[str, object]:
    told: dict[str, object] = json.loads(forumtool("info", path, "--json").stdout)
    return told


def sentence(said: "subprocess.CompletedProcess[str]") -> str:
    """The one sentence of a refusal."""
    assert said.returncode == 1
    assert said.stdout == ""
    assert said.stderr.count("\n") == 1
    return said.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    said = forumtool(name, "--help")
    assert (said.returncode, said.stderr) == (0, "")
    assert f"Aufruf: forumtool {name}" in said.stdout


def test_help_names_every_command_and_version_says_the_version() -> None:
    from forumtool import __version__, cli

    assert cli.COMMANDS == COMMANDS
    said = forumtool("--help")
    assert all(f"\n    {name} " in said.stdout for name in COMMANDS)
    assert forumtool("--version").stdout == f"forumtool {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [("new",), ("info",), ("info", "a", "b"), ("undo", "x.forum", "0"), ("undo", "x.forum", "²"),
     ("capture", "x.forum"),
     ("export", "x.forum"), ("export", "x.forum", "--to", "y", "--format", "odt"),
     ("import", "x", "y", "--column", "z"),
     ("new", "x.forum", "--from", "bonn"), ("check", "x.forum", "--hard")],
)  # fmt: skip
def test_wrong_words_get_one_sentence_and_status_1(words: tuple[str, ...]) -> None:
    assert f"„forumtool {words[0]} --help“" in sentence(forumtool(*words))


def test_a_mistyped_command_opens_no_window() -> None:
    assert "„forumtool --help“" in sentence(forumtool("exprot", "x.forum"))


@pytest.mark.parametrize("name", ["info", "check", "undo", "redo", "capture", "export", "import"])
def test_a_file_that_is_missing_gets_one_sentence(tmp_path: Path, name: str) -> None:
    more = {"capture": ["--goal", "1.1"], "export": ["--to", tmp_path], "import": [__file__]}.get(name, [])
    assert "gibt es nicht" in sentence(forumtool(name, tmp_path / "fehlt.forum", *more))
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_from_the_example_and_an_empty_one(tmp_path: Path) -> None:
    assert forumtool("new", tmp_path / "a.forum", "--from", "aachen").returncode == 0
    assert forumtool("new", tmp_path / "b.forum", "--from", "empty", "--title", "Bonn").returncode == 0
    there, empty = facts(tmp_path / "a.forum"), facts(tmp_path / "b.forum")
    assert (there["goals"], there["forums"], there["steering_members"]) == (8, 4, 12)
    assert (empty["goals"], empty["forums"], empty["title"]) == (0, 0, "Bonn")
    assert "gibt es schon" in sentence(forumtool("new", tmp_path / "a.forum"))


def test_capture_reports_number_and_text_and_puts_each_line_where_it_belongs(tmp_path: Path) -> None:
    path = example(tmp_path)
    typed = "\ufeffSprachcafé #Ankommen @Birhan\r\n\r\n>2.1 Willkommensmappe +Lotsen\n!Öffnungszeiten\n?Wer zahlt das\n"
    said = forumtool("capture", path, "--goal", "3.2", typed=typed)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout == "A-1\tSprachcafé\nA-2\tWillkommensmappe\nA-3\tÖffnungszeiten\nA-4\tWer zahlt das\n"
    with ForumFile.open(path) as file:
        cards = {card.number: card for card in proposals(file)}
    assert [cards[f"A-{at}"].goal_number for at in range(1, 5)] == ["3.2", "2.1", "3.2", "3.2"]
    assert [cards[f"A-{at}"].kind for at in range(1, 5)] == ["way", "way", "obstacle", "question"]
    assert cards["A-1"].forum_title.startswith("Fachforum 3")
    assert cards["A-2"].forum_title.startswith("Fachforum 2")
    assert cards["A-1"].organisation == "Birhan e. V."


def test_capture_for_a_named_forum(tmp_path: Path) -> None:
    path = example(tmp_path)
    assert forumtool("capture", path, "--goal", "3.2", "--forum", "fachforum 1", typed="Weg\n>2.1 Zwei").returncode == 0
    with ForumFile.open(path) as file:
        assert {card.forum_title[:11] for card in proposals(file)} == {"Fachforum 1"}
    assert "gibt es nicht" in sentence(forumtool("capture", path, "--goal", "3.2", "--forum", "Bonn", typed="x"))
    assert "gibt es nicht" in sentence(forumtool("capture", path, "--goal", "9.9", typed="x"))


def test_capture_tells_of_a_line_that_is_wrong_and_takes_the_rest(tmp_path: Path) -> None:
    path = example(tmp_path)
    said = forumtool("capture", path, "--goal", "3.2", typed="eins\n#Ankommen\n>9.9 zwei\ndrei\n")
    assert said.returncode == 1
    assert said.stdout == "A-1\teins\nA-2\tdrei\n"
    assert [line.split(":")[0] for line in said.stderr.splitlines()] == ["Zeile 2", "Zeile 3"]


def test_capture_reads_what_other_programs_wrote(tmp_path: Path) -> None:
    path = example(tmp_path)
    typed = "Ämter öffnen\n".encode("cp1252") + "دورة لغة للجميع\n".encode() + b"ohne Ende"
    said = forumtool("capture", path, "--goal", "3.2", typed=typed)
    assert said.stdout == "A-1\tÄmter öffnen\nA-2\tدورة لغة للجميع\nA-3\tohne Ende\n"


def test_capture_reports_a_card_while_the_next_line_is_not_typed_yet(tmp_path: Path) -> None:
    path = example(tmp_path)
    with subprocess.Popen(
        command("capture", path, "--goal", "3.2"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as writer:
        assert writer.stdin is not None
        assert writer.stdout is not None
        for at in range(1, 4):
            writer.stdin.write(f"Weg {at}\n")
            writer.stdin.flush()
            assert writer.stdout.readline() == f"A-{at}\tWeg {at}\n"


def test_a_reader_that_goes_away_leaves_no_traceback(tmp_path: Path) -> None:
    path = example(tmp_path)
    with subprocess.Popen(
        command("capture", path, "--goal", "3.2"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        writer.stdout.close()
        assert writer.stdin is not None
        writer.stdin.write(b"eins\nzwei\n")
        writer.stdin.close()
        assert writer.stderr is not None
        assert writer.stderr.read() == b""
        assert writer.wait() == 1
    with ForumFile.open(path) as file:
        assert findings(file) == []


@pytest.mark.skipif(os.name == "nt", reason="sends the signal of Ctrl+C as Unix does")
def test_ctrl_c_ends_with_a_sentence_and_keeps_what_was_reported(tmp_path: Path) -> None:
    import signal

    path = example(tmp_path)
    with subprocess.Popen(
        command("capture", path, "--goal", "3.2"),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    ) as writer:  # fmt: skip
        assert writer.stdin is not None
        assert writer.stdout is not None
        assert writer.stderr is not None
        writer.stdin.write("eins\n")
        writer.stdin.flush()
        writer.stdout.readline()
        writer.send_signal(signal.SIGINT)
        told = writer.stderr.read()
        assert writer.wait() == 1
    assert "Abgebrochen" in told
    assert told.count("\n") == 1
    assert facts(path)["proposals"] == 1


def test_undo_and_redo_name_what_they_took_back(tmp_path: Path) -> None:
    path = example(tmp_path)
    start = facts(path)["digest"]
    forumtool("capture", path, "--goal", "3.2", typed="eins\nzwei\ndrei\n")
    full = facts(path)["digest"]
    assert forumtool("undo", path).stdout == "Vorschlag A-3 erfasst\n"
    assert forumtool("undo", path, 2).stdout == "Vorschlag A-2 erfasst\nVorschlag A-1 erfasst\n"
    assert facts(path)["digest"] == start
    assert "nichts" in sentence(forumtool("undo", path))
    said = forumtool("redo", path, 9)
    assert said.returncode == 1
    assert said.stdout.count("\n") == 3
    assert "Mehr als 3 Schritte" in said.stderr
    assert facts(path)["digest"] == full


def test_info_counts_everything(tmp_path: Path) -> None:
    path = example(tmp_path)
    with ForumFile.open(path) as file:
        capture(file, "Sprachcafé #Neu +Lotsen !Geld")
    told = facts(path)
    assert (told["proposals"], told["tags"], told["obstacles"], told["offers"], told["steps"]) == (1, 18, 1, 1, 2)
    assert {"goals", "proposals", "clusters", "participants", "tags", "steps", "digest"} <= told.keys()
    assert (told["constituencies"], told["agenda_items"], told["tag_groups"]) == (8, 32, 5)
    said = forumtool("info", path).stdout
    assert "Fachforum 3" in said
    assert str(told["digest"]) in said


def test_a_write_protected_file_can_be_looked_at_and_exported_but_not_changed(tmp_path: Path) -> None:
    path = example(tmp_path)
    path.chmod(0o444)
    before = path.read_bytes()
    assert forumtool("info", path).returncode == 0
    assert forumtool("check", path).returncode == 0
    assert forumtool("export", path, "--to", tmp_path / "aus", "--format", "xlsx").returncode == 0
    assert "schreibgeschützt" in sentence(forumtool("undo", path))
    assert path.read_bytes() == before


def test_check_finds_damage(tmp_path: Path) -> None:
    from sqlcipher3 import dbapi2

    path = example(tmp_path)
    assert forumtool("check", path).stdout == "„aachen.forum“ ist in Ordnung.\n"
    link = dbapi2.connect(str(path), isolation_level=None)
    link.execute("UPDATE goal SET title = 'heimlich' WHERE number = '3.2'")
    link.close()
    said = forumtool("check", path)
    assert said.returncode == 1
    assert "goal" in said.stdout
    assert "1 Fehler" in said.stderr
    os.truncate(path, 9000)
    assert "ist beschädigt" in sentence(forumtool("check", path))


def test_a_file_that_the_window_has_open_is_left_alone(tmp_path: Path) -> None:
    path = example(tmp_path)
    with ForumFile.open(path):
        assert "ist schon geöffnet" in sentence(forumtool("info", path))
        assert "ist schon geöffnet" in sentence(forumtool("undo", path))


@pytest.mark.skipif(not PLAN.exists(), reason="the data folder beside the checkout is missing")
def test_import_previews_reads_and_undoes_a_real_plan(tmp_path: Path) -> None:
    path = example(tmp_path)
    before = facts(path)
    preview = forumtool("import", path, PLAN, "--dry-run")
    assert preview.returncode == 0
    assert "114 Vorschläge" in preview.stdout
    assert facts(path) == before
    columns = ("text=text", "goal=nr", "kind=art", "field=handlungsfeld", "id=id")
    said = forumtool("import", path, PLAN, *(word for column in columns for word in ("--column", column)), "--progress")
    assert said.returncode == 0
    assert said.stdout == preview.stdout.splitlines()[-1] + "\n"
    assert said.stderr.endswith("Import: 114/114\n")
    told = facts(path)
    assert (told["proposals"], told["steps"]) == (114, 2)
    assert forumtool("undo", path, "--progress").stderr == ""  # a short way
    assert facts(path)["digest"] == before["digest"]


def test_a_long_way_back_says_how_far_it_is(tmp_path: Path) -> None:
    path, lines = example(tmp_path), tmp_path / "liste.csv"
    lines.write_text("text\n" + "".join(f"Weg {at}\n" for at in range(1_100)), encoding="utf-8")
    assert forumtool("import", path, lines).returncode == 0
    before = facts(path)
    undone = forumtool("undo", path, "--progress")
    assert undone.stderr.splitlines()[0] == "Rückgängig: 0/1102"
    assert undone.stderr.endswith("Rückgängig: 1102/1102\n")
    assert forumtool("redo", path, "--progress").stderr.endswith("Wiederherstellen: 1102/1102\n")
    assert facts(path)["digest"] == before["digest"]


@pytest.mark.skipif(not PLAN.exists(), reason="the data folder beside the checkout is missing")
def test_import_refuses_a_column_that_is_not_there(tmp_path: Path) -> None:
    path = example(tmp_path)
    assert "„TEXTE“" in sentence(forumtool("import", path, PLAN, "--column", "text=TEXTE"))
    assert facts(path)["steps"] == 1


def test_export_writes_what_was_asked_for_and_names_it(tmp_path: Path) -> None:
    path = example(tmp_path)
    out = tmp_path / "aus"
    said = forumtool("export", path, "--to", out, "--forum", "Fachforum 3", "--format", "docx", "--names", "anonymous")
    assert (said.returncode, said.stderr) == (0, "")
    assert [Path(line).suffix for line in said.stdout.splitlines()] == [".docx"]
    assert all(Path(line).read_bytes().startswith(b"PK") for line in said.stdout.splitlines())
    everything = forumtool("export", path, "--to", out)
    assert {Path(line).suffix for line in everything.stdout.splitlines()} == {".docx", ".xlsx"}
    assert "gibt es nicht" in sentence(forumtool("export", path, "--to", out, "--forum", "Bonn"))


def test_no_command_loads_qt_and_help_loads_no_database_classes() -> None:
    probe = (
        "import sys; from forumtool.cli import main; main(['--help']); main(['export', '--help']);"
        "print([name for name in sys.modules if name.split('.')[0] in {'PySide6', 'sqlmodel', 'docx', 'openpyxl'}])"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_terminal_needs_no_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-screen")
    assert forumtool("new", tmp_path / "a.forum", "--from", "aachen").returncode == 0
    assert forumtool("info", tmp_path / "a.forum").returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux runs without a screen")
def test_a_window_without_a_screen_gets_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "keinen Bildschirm" in sentence(forumtool(example(tmp_path)))


def test_the_terminal_speaks_any_locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONUTF8", "0")
    monkeypatch.setenv("PYTHONCOERCECLOCALE", "0")
    path = example(tmp_path, "Zürich دورة.forum")
    said = forumtool("capture", path, "--goal", "3.2", typed="دورة لغة für Ämter\n")
    assert said.stdout == "A-1\tدورة لغة für Ämter\n"


@pytest.mark.parametrize("words", [("info",), ("check",), ("export", "--to")], ids=lambda words: words[0])
def test_a_command_that_only_reads_leaves_the_file_as_it_is(tmp_path, words):
    path = example(tmp_path)
    before, time = path.read_bytes(), path.stat().st_mtime_ns
    more = (tmp_path / "out",) if len(words) > 1 else ()
    done = forumtool(words[0], path, *words[1:], *more)
    assert done.returncode == 0, done.stderr
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, time)


def guests(folder: Path) -> Path:
    path = folder / "gaeste.csv"
    path.write_text(
        "Name;Verein\nMüller, Jörg;AWO\nMüller, Jörg;AWO\nKaya, Ayşe;DRK\n", encoding="cp1252", errors="replace"
    )
    return path


def test_a_list_of_guests_comes_onto_a_forums_list(tmp_path: Path) -> None:
    path = example(tmp_path)
    said = forumtool("import", path, guests(tmp_path), "--people", "--forum", "Fachforum 3")
    assert said.returncode == 0, said.stderr
    assert "Zeile 3: bleibt weg · (steht schon in Zeile 2) · Jörg Müller, AWO" in said.stdout
    assert said.stdout.splitlines()[-1] == "Das kommt in die Datei: 2 Personen. 1 Zeile bleibt weg."
    again = forumtool("import", path, guests(tmp_path), "--people", "--forum", "Fachforum 3")
    assert "nichts" in sentence(again)
    assert "--forum" in sentence(forumtool("import", path, guests(tmp_path), "--people"))
    assert "--people" in sentence(forumtool("import", path, guests(tmp_path)))
    assert "Blatt" in sentence(forumtool("import", path, guests(tmp_path), "--people", "--sheet", "Absagen"))


def test_papers_for_a_forum_are_written_for_word_and_as_pdf(tmp_path: Path) -> None:
    path = example(tmp_path)
    forumtool("import", path, guests(tmp_path), "--people", "--forum", "Fachforum 3")
    (tmp_path / "aus").mkdir()
    said = forumtool("print", path, "--forum", "Fachforum 3", "--to", tmp_path / "aus")
    assert said.returncode == 0, said.stderr
    written = [Path(line) for line in said.stdout.splitlines()]
    assert [one.name.split(" ")[0] for one in written] == ["Anwesenheitsliste", "Namensschilder", "Namenszelte"]
    assert all(one.read_bytes().startswith(b"PK") for one in written)
    (as_pdf,) = forumtool(
        "print", path, "--forum", "Fachforum 3", "--to", tmp_path / "aus", "--paper", "list", "--format", "pdf"
    ).stdout.splitlines()
    (page,) = PdfReader(as_pdf).pages
    assert "Anwesenheitsliste" in page.extract_text()
    signs = forumtool("print", path, "--forum", "Fachforum 3", "--to", tmp_path / "aus", "--paper", "signs")
    assert "auslosen" in sentence(signs)
    assert "gibt es nicht" in sentence(forumtool("print", path, "--forum", "Fachforum 3", "--to", tmp_path / "weg"))


def test_the_terminal_draws_the_boards_without_a_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    path = example(tmp_path)
    with ForumFile.open(path) as file:
        group(file, "Begegnung", [made.id for made in capture(file, "Café", "Fest")])
    said = forumtool("export", path, "--to", tmp_path / "aus", "--format", "docx")
    assert (said.returncode, said.stderr) == (0, "")
    assert "Pinnwand mit Begegnung (2 Karten)." in everything_in(Path(said.stdout.strip()).read_bytes())


def test_export_writes_into_a_template_and_the_document_can_be_checked(tmp_path: Path) -> None:
    path, out = example(tmp_path), tmp_path / "aus"
    template = tmp_path / "Stadt.docm"
    template.write_bytes(with_macros())
    said = forumtool("export", path, "--to", out, "--format", "docx", "--template", template)
    assert said.returncode == 0
    written = Path(said.stdout.strip())
    assert "Unsere Seiten" in [paragraph.text for paragraph in Document(written).paragraphs]
    checked = forumtool("inspect", written)
    assert (checked.returncode, checked.stdout.splitlines()[0]) == (1, "Noch nicht barrierefrei:")
    plain = Path(forumtool("export", path, "--to", out, "--format", "docx").stdout.strip())
    assert forumtool("inspect", plain).stdout.startswith("✓ barrierefrei geprüft")
    template.write_text("Sehr geehrte Damen und Herren")
    assert "kein Word-Dokument" in sentence(forumtool("export", path, "--to", out, "--template", template))
    assert "kein Word-Dokument" in sentence(forumtool("inspect", template))
    lists = forumtool("export", path, "--to", out, "--format", "xlsx").stdout.strip()
    assert "kein Word-Dokument" in sentence(forumtool("inspect", lists))
