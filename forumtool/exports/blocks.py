"""What a document is made of, before it is Word, a preview or anything else."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from forumtool.domain.stopping import breathing

TEXT_WIDTH = 16.0
CONTENTS_LEVELS = 2
"""Headings up to this level stand in the table of contents unless it says otherwise."""
WHOLE_PAGE, _HALF_PAGE = 20.0, 10.4  # the height of pictures, with room for a heading above and words below
_INTRODUCTION = 200  # signs; a longer paragraph stands by itself
_ONE_PAGE = 1_500  # signs; what is longer may go on on the next page
_FEW, _SMALL = 6, 400  # rows and signs of a table that is seen at one look
_PIXELS_PER_CM = 28  # a small picture stays small: fewer pixels to the centimetre would be seen


class Spoken(str):
    """Words of which some are in another language than the document: ``passages`` are start, end and ISO 639 code.

    Whoever knows nothing of languages takes it as the text that it is.
    """

    passages: tuple[tuple[int, int, str], ...]

    def __new__(cls, text: str, passages: Sequence[tuple[int, int, str]]) -> "Spoken":
        """Return the text with its passages, which are in order and do not overlap."""
        made = super().__new__(cls, text)
        made.passages = tuple(passages)
        return made


class Title(NamedTuple):
    """The document's title, a quiet line above it and one below; either line may be empty."""

    text: str
    above: str = ""
    below: str = ""


class Contents(NamedTuple):
    """Here stands the table of contents under this heading, with headings up to a level."""

    heading: str
    levels: int = CONTENTS_LEVELS


class Heading(NamedTuple):
    """A heading of level 1 to 4."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """Words. ``quiet`` sets them back, as notes and explanations; line breaks stay."""

    text: str
    quiet: bool = False


class Bullets(NamedTuple):
    """A list without order."""

    items: tuple[str, ...]


class KeyValues(NamedTuple):
    """Names and their values, one pair to a line."""

    pairs: tuple[tuple[str, str], ...]

    @property
    def stays_together(self) -> bool:
        """Tell whether all stand on one page, as the facts of a measure do."""
        return sum(len(value) for _name, value in self.pairs) <= _ONE_PAGE


class Column(NamedTuple):
    """A column of a table: ``width`` in centimetres, 0 takes an equal share of the rest; ``right`` aligns numbers."""

    title: str
    width: float = 0
    right: bool = False


class Table(NamedTuple):
    """Rows under columns; each row has a text for every column, which may be empty and may hold line breaks."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]

    @property
    def held(self) -> frozenset[int]:
        """Which rows stand on the page of the one below: all of a small table, else the first and the last but one."""
        last = len(self.rows) - 1
        if last < _FEW and sum(len(text) for row in self.rows for text in row) <= _SMALL:
            return frozenset(range(last))
        return frozenset((0, last - 1))


class Picture(NamedTuple):
    """A picture and the words below it: the bytes of a JPEG or PNG file, its size in pixels.

    ``description`` says to those who cannot see it what there is. ``highest`` are centimetres, 0 for the usual.
    """

    data: bytes
    media_type: str
    width: int
    height: int
    caption: str
    description: str
    highest: float = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in centimetres: two pictures to a page, one if it is higher than wide."""
        highest = self.highest or (_HALF_PAGE if self.width >= self.height else WHOLE_PAGE)
        scale = min(TEXT_WIDTH / max(self.width, 1), highest / max(self.height, 1), 1 / _PIXELS_PER_CM)
        return self.width * scale, self.height * scale


Block = Title | Contents | Heading | Paragraph | Bullets | KeyValues | Table | Picture


def without_gaps(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with headings whose level is at most one below that of the heading before, the first at 1.

    WCAG 2.1, technique G141; PDF/UA (ISO 14289-1, 7.4.2) asks for the same. A heading that was deeper pulls those
    below it up with it.
    """
    found: list[Block] = []
    depths: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            while depths and depths[-1] >= block.level:
                depths.pop()
            depths.append(block.level)
            block = block._replace(level=len(depths))  # noqa: PLW2901 - the same heading at its place
        found.append(block)
    return found


def leads_on(before: Block | None, block: Paragraph, after: Block | None, level: int) -> bool:
    """Tell whether a paragraph must not stand alone at the foot of a page: it introduces what comes behind it.

    ``level`` is that of the heading above.
    """
    if isinstance(after, Heading):
        return after.level > level
    if isinstance(after, Paragraph | KeyValues):
        return isinstance(before, Heading) and len(block.text) < _INTRODUCTION
    return isinstance(after, Table) or (isinstance(after, KeyValues) and len(block.text) < _INTRODUCTION)


def filled(columns: Sequence[Column], rows: Sequence[tuple[str, ...]], keep: int = 2) -> Table:
    """Return a table without the columns that are empty in every row; the first ``keep`` stay."""
    shown = [at for at in range(len(columns)) if at < keep or any(row[at] for row in breathing(rows))]
    if len(shown) == len(columns):
        return Table(tuple(columns), rows)
    return Table(tuple(columns[at] for at in shown), [tuple(row[at] for at in shown) for row in breathing(rows)])


def words_of(blocks: Sequence[Block]) -> str:
    """Return all words of the blocks, one text to a line."""
    return "\n".join(text for block in blocks for text in breathing(_texts(block)))


def _texts(thing: object) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple | list):
        for part in thing:
            yield from _texts(part)
