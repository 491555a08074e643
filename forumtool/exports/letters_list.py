"""The list of a mail merge as a table in Word: a row for each letter, under the names of the fields.

A table in Word, as Word reads it itself. A workbook goes through a database driver that guesses the kind of each column
from its first rows and cuts what is longer than 255 signs where those were short
(https://learn.microsoft.com/en-us/office/troubleshoot/excel/data-truncated-to-255-characters); a list as text leaves
letters and line breaks to guesses.
"""

from io import BytesIO
from typing import BinaryIO

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from forumtool.domain.letters import Letter, Letters
from forumtool.exports.blocks import Column, Table
from forumtool.exports.docx_body import Body, Room
from forumtool.exports.docx_frame import describe, settle
from forumtool.exports.docx_styles import restyle
from forumtool.exports.letter_words import greeting, outcome_told
from forumtool.exports.package_parts import save_with_parts
from forumtool.exports.safe_text import SafeText
from forumtool.exports.words import LOCALES
from forumtool.i18n import Catalogue

FIELDS = {
    "name": "Name", "organisation": "Organisation", "street": "Strasse", "town": "Ort", "email": "EMail",
    "greeting": "Anrede", "outcomes": "Beitraege",
}  # fmt: skip
"""The heads of the columns, which are the names of the fields; the same in every language, without blanks.

Street and town are for whoever sends the letters to fill in: the program knows no addresses.
"""
_WIDTHS = (3.4, 3.6, 2.8, 2.8, 3.2, 3.2, 0)
_ROOM = Room(27.7, 18)


def write_list(letters: Letters, stream: BinaryIO, say: Catalogue) -> list[str]:
    """Write the list; return sentences about what could not stand in it as it was typed."""
    safe, document = SafeText(say), Document()
    restyle(document, LOCALES[say.language])
    settle(document, say)
    describe(document, say("Serienbrief Empfänger {title}", title=letters.process), letters.process, letters.host, say,
             safe)  # fmt: skip
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(10)
    section.top_margin = section.bottom_margin = Mm(15)
    columns = tuple(Column(name, width) for name, width in zip(FIELDS.values(), _WIDTHS, strict=True))
    body = Body(safe, room=_ROOM)
    body.write([Table(columns, [_row(one, say) for one in letters.letters])])
    content, package = body.document(document.element.body[-1]), BytesIO()
    document.save(package)
    save_with_parts(package, stream, lambda name, part: content if name == "word/document.xml" else part)
    return safe.notes()


def _row(one: Letter, say: Catalogue) -> tuple[str, ...]:
    said = "\n".join(f"{each.number} „{each.text}“: {outcome_told(each, say)}" for each in one.outcomes)
    return one.name, one.organisation, "", "", one.email, greeting(one, say), said
