"""The documents of the demonstration as text, a line for a paragraph or a row, kept to be compared with.

``python3 packaging/dev.py references`` writes them anew: look at what differs before it is committed.
"""

import io
import re
import tempfile
import zipfile
from datetime import date
from pathlib import Path

from forumtool.domain.when import shown
from forumtool.drawing.document import DocumentPages
from forumtool.exports import decision_sheet_docx, word_document, workbook_xlsx
from forumtool.exports.minutes_document import minutes_document
from forumtool.i18n import catalogue
from forumtool.services import reporting
from forumtool.services.decision_sheets import decision_sheet
from forumtool.services.forums import forum_titled
from forumtool.storage.forum_file import ForumFile
from tests.demonstration import demonstration

FOLDER = Path(__file__).with_name("references")
_WORD = ("word/document.xml", "word/styles.xml", "word/numbering.xml")
_EXCEL = ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/tables/table1.xml")
_LINE = re.compile(r"(?=<(?:w:p|w:tbl|w:tr|w:sectPr|w:style|w:abstractNum|w:num|row|c|cols|sheet|tableColumn)[ >])")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z?|[0-9a-f]{16}-[0-9a-f]{8}")

_MOST, _LAST_LINES = 90_000, 12


def made() -> dict[str, str]:
    """The parts by the names of their files; moments, keys and today's date are left out."""
    say = catalogue("de")
    with tempfile.TemporaryDirectory() as folder, ForumFile.open(demonstration(Path(folder) / "a.forum")) as file:
        forum = forum_titled(file, "Fachforum 3")
        report = reporting.build(file, forum_id=forum.id)
        sheet = decision_sheet(file, forum_id=forum.id)
    document, word, book, bogen = minutes_document(report, say), io.BytesIO(), io.BytesIO(), io.BytesIO()
    word_document.write_document(document, report, word)
    workbook_xlsx.write(report, book, say)
    decision_sheet_docx.write(sheet, bogen, say)
    return {
        **_parts("minutes", word, _WORD),
        **_parts("workbook", book, _EXCEL),
        **_parts("decisions", bogen, _WORD[:1]),
        "pages.txt": _steady(_told(DocumentPages(document))),
    }


def _parts(name: str, stream: io.BytesIO, wanted: tuple[str, ...]) -> dict[str, str]:
    with zipfile.ZipFile(stream) as package:
        read = {part: package.read(part).decode() for part in wanted}
    return {f"{name}.{Path(part).name}": _steady(_LINE.sub("\n", content)) for part, content in read.items()}


def _told(pages: DocumentPages) -> str:
    """Each piece of each page: how far from the top it begins and ends, in millimetres, and what it says."""
    pages.lay_out()
    lines = []
    for at, page in enumerate(pages._laying.pages, 1):
        lines.append(f"Seite {at}")
        lines += [
            f"{y / 28.35:5.0f} {(y + piece.height) / 28.35:5.0f}  {piece.text.translate({10: ' / ', 9: ' | '})}"
            for y, piece in page
        ]
    return "\n".join(lines)


def _steady(text: str) -> str:
    today = date.today()
    for told in (shown(today.isoformat(), "de"), f"{today:%d.%m.%Y}", today.isoformat()):
        text = text.replace(told, "HEUTE")
    return _short(_MOMENT.sub("ZEIT", text).strip()) + "\n"


def _short(text: str) -> str:
    """Of a long part its beginning and its end: the rows between are like those before."""
    if len(text) <= _MOST:
        return text
    begin, end = text[:_MOST].rpartition("\n")[0], text.rsplit("\n", _LAST_LINES)[1:]
    return "\n".join([begin, "…", *end])


def renew() -> None:
    """Write the parts anew."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    for name, content in made().items():
        (FOLDER / name).write_text(content, encoding="utf-8", newline="\n")
        print(f"{name}: {len(content.encode()):,} bytes")


if __name__ == "__main__":
    import os

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from forumtool.drawing.application import prepare

    prepare()
    renew()
