"""Letters for Word: ready to print, one section each, and as a mail merge of a main document and its list.

The address stands where a window envelope shows it (DIN 5008, form B: 45 mm from the top, 25 mm from the left). The
main document has MERGEFIELDs (ECMA-376 part 1, 17.16.5.35); Word is told which list by Sendungen, Empfänger auswählen.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from docx import Document
from docx.shared import Cm
from lxml import etree

from forumtool.domain.letters import Letter, Letters
from forumtool.exports.blocks import Block, Column, Heading, Paragraph, Table
from forumtool.exports.docx_body import Body
from forumtool.exports.docx_frame import describe, settle
from forumtool.exports.docx_styles import restyle
from forumtool.exports.file_names import safe_name
from forumtool.exports.letter_words import closing, greeting, outcome_told, thanks
from forumtool.exports.letters_xlsx import FIELDS, write_list
from forumtool.exports.package_parts import save_with_parts
from forumtool.exports.safe_text import SafeText
from forumtool.exports.tongues import Tongues
from forumtool.exports.words import LOCALES, day
from forumtool.exports.writing import Exported, make_folder, write_stoppable
from forumtool.i18n import Catalogue

_ADDRESS_LINES, _LINE = 7, 290  # twips
_MOST_BLOCKS = 100  # of one letter, for the numbers of their bookmarks
_MARK = "\ue001"


def export_letters(letters: Letters, folder: Path, say: Catalogue) -> list[Exported]:
    """Write the letters, and the mail merge of main document and list, into a folder; raises as ``export`` does."""
    make_folder(folder)
    files = (
        (say("Rückmeldebriefe {title}", title=letters.process), ".docx", write),
        (say("Serienbrief {title}", title=letters.process), ".docx", write_main),
        (say("Serienbrief Empfänger {title}", title=letters.process), ".xlsx", write_list),
    )
    return [
        write_stoppable(folder / safe_name(name, suffix), partial(_filled, fill, letters, say))
        for name, suffix, fill in files
    ]


def _filled(
    fill: Callable[[Letters, BinaryIO, Catalogue], list[str]], letters: Letters, say: Catalogue, stream: BinaryIO
) -> list[str]:
    return fill(letters, stream, say)


def write(letters: Letters, stream: BinaryIO, say: Catalogue) -> list[str]:
    """Write one section for each letter; return sentences about what could not stand in it as it was typed."""
    frame = _Frame(letters, say)
    parts: list[str] = []
    for at, letter in enumerate(letters.letters):
        parts += frame.head(tuple(filter(None, (letter.name, letter.organisation))))
        parts.append(frame.body(_letter(letter, letters, say)))
        if at < len(letters.letters) - 1:
            parts.append(f'<w:p><w:pPr><w:spacing w:after="0"/>{frame.section}</w:pPr></w:p>')
    return frame.save("".join(parts), stream)


def write_main(letters: Letters, stream: BinaryIO, say: Catalogue) -> list[str]:
    """Write the main document of the mail merge, with the fields of ``letters_xlsx.FIELDS``."""
    frame = _Frame(letters, say)
    fields = {key: f"{_MARK}{name}{_MARK}" for key, name in FIELDS.items()}
    body = frame.body(_around((Paragraph(fields["outcomes"]),), fields["greeting"], letters, say))
    pieces = ("".join(frame.head((fields["name"], fields["organisation"]))) + body).split(_MARK)
    return frame.save("".join(_field(piece) if at % 2 else piece for at, piece in enumerate(pieces)), stream)


def _letter(letter: Letter, letters: Letters, say: Catalogue) -> Iterator[Block]:
    rows = [
        (
            one.number,
            "\n".join(filter(None, (one.text, one.goal and say("Ziel {label}", label=one.goal)))),
            outcome_told(one, say),
        )
        for one in letter.outcomes
    ]
    columns = (Column(say("Nr."), 1.5), Column(say("Ihr Beitrag")), Column(say("Was daraus wurde"), 7.6))
    return _around((Table(columns, rows),), greeting(letter, say), letters, say)


def _around(inside: Sequence[Block], greeted: str, letters: Letters, say: Catalogue) -> Iterator[Block]:
    yield Heading(1, say("Rückmeldung zu Ihren Beiträgen"))
    yield Paragraph(greeted)
    yield Paragraph(thanks(letters.process, say))
    yield from inside
    yield Paragraph(closing(say))
    yield Paragraph("\n".join((say("Mit freundlichen Grüßen"), letters.host)))


def _field(name: str) -> str:
    """Close the run, put a merge field in, and open the run again."""
    run = '<w:t xml:space="preserve">'
    return (
        f'</w:t></w:r><w:fldSimple w:instr=" MERGEFIELD {escape(name)} "><w:r>{run}«{escape(name)}»</w:t></w:r>'
        f"</w:fldSimple><w:r>{run}"
    )


class _Frame:
    """A Word document of our styles with the margins of a letter."""

    def __init__(self, letters: Letters, say: Catalogue) -> None:
        self._safe, self._say, self._letters, self._taken = SafeText(say), say, letters, 0
        self._tongues = Tongues(say.language)
        self._document = Document()
        restyle(self._document, LOCALES[say.language])
        settle(self._document, say)
        title = say("Rückmeldebriefe {title}", title=letters.process)
        describe(self._document, title, letters.process, letters.host, say, self._safe)
        section: Any = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Cm(2.5), Cm(2)
        section.top_margin, section.bottom_margin = Cm(4.5), Cm(2)

    @property
    def section(self) -> str:
        """The properties of a section as XML."""
        return str(etree.tostring(self._document.element.body[-1], encoding="unicode"))

    def head(self, address: Sequence[str]) -> list[str]:
        """Return the sender in a small line, the address below it, and the day where the letter begins."""
        gap = (_ADDRESS_LINES - len(address)) * _LINE
        return [
            self._line("Hinweis", self._letters.host),
            *(self._line("", line, '<w:spacing w:after="0"/>') for line in address),
            self._line(
                "Hinweis",
                day(date.today().isoformat(), self._say),
                f'<w:spacing w:before="{gap}" w:after="0"/><w:jc w:val="right"/>',
            ),
        ]

    def _line(self, style: str, text: str, more: str = "") -> str:
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        words = escape(self._safe.line(text))
        return f'<w:p><w:pPr>{named}{more}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'

    def body(self, blocks: Iterable[Block]) -> str:
        """Return blocks as they stand in the body of a document."""
        made = Body(self._safe, taken=self._taken, tongues=self._tongues)
        made.write(list(blocks))
        self._taken += _MOST_BLOCKS
        return b"".join(made.pieces()).decode()

    def save(self, body: str, stream: BinaryIO) -> list[str]:
        """Write the document with this body and return sentences about its texts."""
        root = self._document.element
        opening = etree.tostring(root, encoding="unicode").split("<w:body>")[0]
        start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        content = f"{start}{opening}<w:body>{body}{self.section}</w:body></w:document>".encode()
        package = BytesIO()
        self._document.save(package)
        save_with_parts(package, stream, lambda name, part: content if name == "word/document.xml" else part)
        return self._safe.notes()
