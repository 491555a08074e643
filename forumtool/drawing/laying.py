"""From the blocks of a document to pieces on pages."""

from collections.abc import Iterator, Sequence

from forumtool.drawing import look
from forumtool.drawing.flow import Flow, Placed
from forumtool.drawing.lines import Face, Lines
from forumtool.drawing.look import Style
from forumtool.drawing.numbered import Numbered
from forumtool.drawing.pieces import Entry, Head, Row, Shown, Words
from forumtool.drawing.text import PER_POINT
from forumtool.exports.blocks import (
    Block,
    Bullets,
    Contents,
    Heading,
    KeyValues,
    Paragraph,
    Picture,
    Table,
    Title,
    leads_on,
)
from forumtool.exports.document import Document
from forumtool.exports.safe_text import SafeText
from forumtool.exports.table_widths import widths

_DOT = "•"
_ROWS_OF_A_STEP = 10
_NAMED_AT_MOST = 20
_ENTRY_AT_MOST = 300  # signs of a heading in the contents; an entry stays on its page


class Laying:
    """Lays a document out for pages of a width and height of text; ``steps`` does it piece by piece."""

    def __init__(self, document: Document, width: float, height: float) -> None:
        self.safe = SafeText(document.say)
        self._document, self._width, self._page_height = document, width, height
        self._flow = Flow(height)
        self._faces: dict[Style, Face] = {}
        self._numbered = Numbered()
        self._headings: list[tuple[Heading, Words]] = []
        self._level = 0
        self._missing: dict[str, None] = {}

    @property
    def notes(self) -> list[str]:
        """A sentence for everything that does not stand here as it was typed."""
        if not self._missing:
            return self.safe.notes()
        say, signs = self._document.say, list(self._missing)
        told = say(
            "Für {count} Zeichen hat dieser Rechner keine Schrift, sie sind hier Kästchen, die sich aber suchen und"
            " kopieren lassen: {signs}",
            count=len(signs),
            signs=" ".join(signs[:_NAMED_AT_MOST]) + (" …" if len(signs) > _NAMED_AT_MOST else ""),
        )
        return [*self.safe.notes(), told]

    @property
    def pages(self) -> list[list[Placed]]:
        """The pages so far."""
        return self._flow.pages

    @property
    def headings(self) -> Iterator[tuple[int, str, int, float]]:
        """Level, words, page and height within the text of each heading that is placed, in their order.

        One that goes on on the next page is where it begins.
        """
        levels = {id(words.lines): heading.level for heading, words in self._headings}
        for page, pieces in enumerate(self.pages):
            for y, piece in pieces:
                if isinstance(piece, Words) and not piece.first and id(piece.lines) in levels:
                    yield levels[id(piece.lines)], piece.text, page, y

    def steps(self) -> Iterator[None]:
        """Place block after block; after the last, the pages of all headings are known."""
        blocks = self._document.blocks
        neighbours = zip([None, *blocks], blocks, [*blocks[1:], None], strict=False)
        for before, block, after in neighbours:
            if isinstance(block, Paragraph):
                self._paragraph(block, leads=leads_on(before, block, after, self._level))
            else:
                yield from self._block(block)
            yield
        self._tell_notes()
        self._flow.finish()
        for at, (_level, _words, page, _y) in enumerate(self.headings):
            self._numbered.note(at, page)
        self._numbered.is_settled = True

    def _block(self, block: Block) -> Iterator[None]:
        match block:
            case Title(text, above, below):
                self._title(text, above, below)
            case Contents(heading, levels):
                self._contents(heading, levels)
            case Heading():
                self._heading(block)
            case Bullets(items):
                for item in items:
                    self._put(item, look.BULLET, self._lines(_DOT, look.DOT, look.BULLET.indent * PER_POINT))
            case KeyValues():
                self._key_values(block)
            case Table():
                yield from self._table(block)
            case Picture():
                self._picture(block)

    def _title(self, text: str, above: str, below: str) -> None:
        for words, style in ((above, look.NOTE), (text, look.TITLE), (below, look.SUBTITLE)):
            if words:
                self._put(words, style)

    def _key_values(self, block: KeyValues) -> None:
        style = look.VALUE
        for at, (name, value) in enumerate(block.pairs, 1):
            beside = self._lines(self.safe.plain(name), look.NAME, (style.indent - 4) * PER_POINT)
            place = self._flow.keep if block.stays_together and at < len(block.pairs) else self._flow.put
            place(self._words(value, style, beside), style.before * PER_POINT, style.after * PER_POINT)

    def _heading(self, block: Heading) -> None:
        style = look.HEADINGS[block.level]
        words = self._words(block.text, style)
        self._headings.append((block, words))
        self._level = block.level
        self._flow.keep(words, style.before * PER_POINT, style.after * PER_POINT)

    def _contents(self, heading: str, levels: int) -> None:
        """Place a line for each heading; their pages are told when the last is laid out."""
        every = [block for block in self._document.blocks if isinstance(block, Heading)]
        entries = [(at, block) for at, block in enumerate(every) if block.level <= levels]
        if not entries:
            return
        style = look.CONTENTS
        self._flow.keep(self._words(heading, style), style.before * PER_POINT, style.after * PER_POINT)
        for at, block in entries:
            style = look.ENTRIES[block.level]
            indent = style.indent * PER_POINT
            lines = self._lines(_entry(self.safe.plain(block.text)), style, self._width - indent - look.NUMBER_ROOM)
            entry = Entry(lines, self._numbered, at, self._width, indent)
            self._flow.put(entry, style.before * PER_POINT, style.after * PER_POINT)

    def _paragraph(self, block: Paragraph, *, leads: bool) -> None:
        style = look.NOTE if block.quiet else look.BODY
        place = self._flow.keep if leads else self._flow.put
        place(self._words(block.text, style), style.before * PER_POINT, style.after * PER_POINT)

    def _picture(self, block: Picture) -> None:
        style = look.PICTURE
        place = self._flow.keep if block.caption else self._flow.put
        place(Shown(block), style.before * PER_POINT, style.after * PER_POINT)
        if block.caption:
            self._put(block.caption, look.CAPTION)

    def _table(self, table: Table) -> Iterator[None]:
        wide = [width * look.PER_CM for width in widths(table)]
        lefts = [sum(wide[:at]) for at in range(len(wide))]
        rooms = [max(width - 2 * look.CELL_SIDE, PER_POINT) for width in wide]
        rights = [column.right for column in table.columns]
        head = Head(self._row([column.title for column in table.columns], rooms, lefts, rights, is_head=True))
        self._flow.keep(head)
        held = table.held
        for at, row in enumerate(table.rows):
            place = self._flow.keep if at in held else self._flow.put
            place(self._row(row, rooms, lefts, rights))
            if at not in held:
                self._flow.head = head
            if at % _ROWS_OF_A_STEP == 0:
                yield
        self._flow.head = None
        self._flow.space(look.AFTER_TABLE)

    def _row(
        self,
        texts: Sequence[str],
        rooms: Sequence[float],
        lefts: Sequence[float],
        rights: Sequence[bool],
        *,
        is_head: bool = False,
    ) -> Row:
        face = self._face(look.CELL_HEAD if is_head else look.CELL)
        plain = self.safe.plain
        cells = [
            self._made(Lines(plain(text), face, room, right=right))
            for text, room, right in zip(texts, rooms, rights, strict=True)
        ]
        return Row(cells, lefts, width=self._width)

    def _tell_notes(self) -> None:
        if notes := self.notes:
            say = self._document.say
            self._put(say("Hinweis zur Ausgabe: {note}", note=" ".join(notes)), look.NOTE)

    def _put(self, text: str, style: Style, beside: Lines | None = None) -> None:
        self._flow.put(self._words(text, style, beside), style.before * PER_POINT, style.after * PER_POINT)

    def _words(self, text: str, style: Style, beside: Lines | None = None) -> Words:
        indent = style.indent * PER_POINT
        lines = self._lines(self.safe.plain(text), style, self._width - indent)
        return Words(lines, 0, lines.count, indent, beside)

    def _lines(self, text: str, style: Style, width: float) -> Lines:
        return self._made(Lines(text, self._face(style), width))

    def _made(self, lines: Lines) -> Lines:
        self._missing |= dict.fromkeys(lines.missing)
        return lines

    def _face(self, style: Style) -> Face:
        if style not in self._faces:
            self._faces[style] = Face(style)
        return self._faces[style]


def _entry(heading: str) -> str:
    """A heading as the contents name it: the beginning of one that nobody reads there."""
    return heading if len(heading) <= _ENTRY_AT_MOST else f"{heading[: _ENTRY_AT_MOST - 1].rstrip()}…"
