"""A forum with everything that can stand in its minutes, by the program's own verbs; and ways to read documents."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from docx import Document
from docx.oxml.ns import qn
from openpyxl.utils.escape import unescape

from forumtool.domain.models import ActionItem, Decision, Measure, MeasureProposal, ParkingLotItem
from forumtool.domain.report import Report
from forumtool.domain.rows import NewParticipant
from forumtool.exports import minutes_docx, workbook_xlsx
from forumtool.i18n import catalogue
from forumtool.services import forums, minutes, people, photos, processes, proposals, weighing
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.process import process
from forumtool.storage.queries.proposals import proposals as cards_of
from tests.builders import capture, dot_round, example, forum_for, goal_of, group, photo
from tests.drawing.reading import objects_of, pages_of

PERSONS = ("Ayşe Zerrinoğlu", "Hans-Jürgen Quastenberg", "Nguyễn Thị Ypsilanti")
FACILITATOR = "Ute Xylanderova"
UNLISTED = "Petra Wunderlichkeit"
SURNAMES = ("Zerrinoğlu", "Quastenberg", "Ypsilanti", "Xylanderova", "Wunderlichkeit")
ORGANISATION = "Caritas Testverband"
NUMBERS = ("3.1", "3.2", "3.3")


def filled(folder: Path) -> ForumFile:
    """An open file: participants, cards with tags and contributors, groups, dots, measures and all the rest."""
    file = ForumFile.open(example(folder))
    forum_id = forum_for(file).id
    listed = [
        NewParticipant(name, ORGANISATION, "Leitung", f"p{at}@testpost.example", "Praxis", "kommt später")
        for at, name in enumerate((*PERSONS, FACILITATOR))
    ]
    people.add_participants(file, forum_id, listed, present=True)
    forums.change_forum(
        file,
        forum_id,
        when="2016-05-12",
        place="Nadelfabrik",
        outlook="Am 9. Juni geht es weiter.",
        facilitation=f"Dr. {FACILITATOR}, Institut für Soziale Innovation",
        input="Drei Quartiere.",
        minute_taker=PERSONS[0],
        feedback="Gern öfter so.",
        distribution=f"Steuerungsgruppe\n{PERSONS[1]} (p1@testpost.example)",
    )
    for number in NUMBERS:
        made = capture(
            file,
            f'Nachbarschaftscafé {number} mit Kinderbetreuung #Ankommen #Kinder @"{PERSONS[0]}" !"Fehlende Räume"',
            f'Schulhöfe {number} öffnen #Einleben @"Gruppe B" +"Café Zuflucht"',
            f'Feste {number} planen @"{UNLISTED}"',
            f"! Öffnungszeiten {number} passen nicht",
            f'Mappe {number} in elf Sprachen #Bleiben #Alter @"Birhan e. V."',
            number=number,
        )
        first = group(file, "Begegnung", [made[0].id, made[2].id], number)
        second = group(file, "Räume", [made[1].id], number)
        round_id = dot_round(file, number)
        weighing.count(file, round_id, first, 7)
        weighing.count(file, round_id, second, 9)
        proposals.reword(file, made[1].id, f"Schulhöfe {number} am Nachmittag öffnen")
        proposals.change(
            file, made[0].id, note="Fester oder wechselnder Ort?", dissent="Zwei sind dagegen.", support_count=4
        )
    _outcomes(file, forum_id, made[0].id)
    photos.add_photos(file, [photo()], forum_id=forum_id, goal_id=goal_of(file, number).id)
    sign = photo(300, 100)
    processes.choose_logo(file, process(file).id, sign.data, sign.media_type)
    minutes.send(file, forum_id)
    forums.change_forum(file, forum_id, input="Vier Quartiere.")
    minutes.choose(file, forum_id, objections_until="2016-06-30")
    minutes.send(file, forum_id)
    return file


def _outcomes(file: ForumFile, forum_id: str, card_id: str) -> None:
    with file.step("") as edit:
        measure = edit.add(
            Measure(
                forum_id=forum_id,
                number="M1",
                title="Cafés in jedem Quartier",
                text="Mit Ehrenamt.",
                lead="Quartiersbüro Nord",
                partners=f"{PERSONS[1]}, DRK",
                quick_win=True,
            )
        )
        edit.flush()
        edit.add(MeasureProposal(measure_id=measure.id, proposal_id=card_id))
        edit.add(ParkingLotItem(forum_id=forum_id, text="Sprachkurse finanzieren", addressee="Rat der Stadt"))
        edit.add(
            ActionItem(
                forum_id=forum_id,
                text="Raumliste verschicken",
                responsible=f"Frau {PERSONS[0].split()[-1]}",
                due="2016-05-31",
            )
        )
        edit.add(
            Decision(
                proposal_id=card_id,
                verdict="adopt",
                reason="Es fehlt im Quartier.",
                responsible=PERSONS[2],
                due="2017-03-01",
                decided_on="2016-06-09",
                votes_yes=10,
                votes_no=0,
                votes_abstained=2,
            )
        )


def numbers_and_texts(file: ForumFile) -> dict[str, str]:
    return {card.number: card.text for card in cards_of(file)}


def docx(report: Report, language: str = "de", sections: tuple[str, ...] | None = None) -> tuple[bytes, list[str]]:
    stream = io.BytesIO()
    notes = minutes_docx.write(report, stream, catalogue(language), sections)
    return stream.getvalue(), notes


def xlsx(report: Report, language: str = "de") -> tuple[bytes, list[str]]:
    stream = io.BytesIO()
    notes = workbook_xlsx.write(report, stream, catalogue(language))
    return stream.getvalue(), notes


def everything_in(content: bytes) -> str:
    """What the bytes of a document say: all parts of a package unzipped, all objects of a PDF and its words as read.

    Words that pictures carry beside their dots are unpacked, too.
    """
    if content.startswith(b"%PDF"):
        return "\n".join([*pages_of(content), *objects_of(content)])
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return "\n".join(_part(name, parts.read(name)) for name in parts.namelist())


def _part(name: str, content: bytes) -> str:
    if not content.startswith(b"\x89PNG"):
        return f"{name}\n{content.decode('utf-8', 'replace')}"
    return "\n".join([name, *_words_of_png(content)])


def _words_of_png(content: bytes) -> Iterator[str]:
    """The chunks but for the dots; words may be packed (PNG, 11.3.3)."""
    at = 8
    while at < len(content):
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        chunk = content[at + 8 : at + 8 + length]
        at += length + 12
        if kind in (b"zTXt", b"iTXt", b"eXIf", b"tEXt"):
            packed = re.search(rb"\x00[\x00\x01]{0,2}(x[\x01\x5e\x9c\xda].*)", chunk, re.DOTALL)
            yield (zlib.decompress(packed[1]) if packed else chunk).decode("utf-8", "replace")


def sections_of(package: bytes) -> dict[str, list[list[str]]]:
    """The table rows of a Word document under each path of headings ("Ergebnisse je Ziel / Ziel 3.1 … / Wege")."""
    found: dict[str, list[list[str]]] = {}
    path: list[str] = []
    for element in Document(io.BytesIO(package)).element.body:
        if element.tag == qn("w:p") and (element.style or "").startswith("Heading"):
            path[int(element.style[-1]) - 1 :] = [_text(element)]
        elif element.tag == qn("w:tbl"):
            rows = [[_text(cell) for cell in row.iter(qn("w:tc"))] for row in element.iter(qn("w:tr"))]
            found.setdefault(" / ".join(path), []).extend(rows[1:])
    return found


def paragraphs_of(package: bytes) -> list[str]:
    return [_text(element) for element in Document(io.BytesIO(package)).element.body.iter(qn("w:p"))]


def texts_of(thing: object) -> list[str]:
    """Every text within blocks, one by one."""
    if isinstance(thing, str):
        return [thing]
    return [text for part in thing for text in texts_of(part)] if isinstance(thing, tuple | list) else []


def _text(element: object) -> str:
    return "".join(_pieces(element))


def _pieces(element: object) -> Iterator[str]:
    for node in element.iter(qn("w:t"), qn("w:br"), qn("w:tab")):  # type: ignore[attr-defined]
        if node.getparent().tag == qn("w:tabs"):
            continue
        yield {qn("w:br"): "\n", qn("w:tab"): "\t"}.get(node.tag, node.text or "")


def rows_of(package: bytes, sheet: str) -> list[dict[str, object]]:
    """The rows of a sheet by column title, as Excel shows them; blank rows are left out."""
    page = openpyxl.load_workbook(io.BytesIO(package))[sheet]
    head, *rows = [[unescape(cell) if isinstance(cell, str) else cell for cell in row] for row in page.values]
    return [dict(zip(head, row, strict=True)) for row in rows if any(value is not None for value in row)]
