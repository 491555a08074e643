"""The heads of groups on the board: a heading, and below it the dots that the group has got."""

from forumtool.i18n import _
from forumtool.ui.canvas import dots
from forumtool.ui.canvas.columns import Column, Rack
from forumtool.ui.canvas.items import DotRow, Words
from forumtool.ui.canvas.picture import Heap

_HEADING = 0.3  # of a column, at most


def head_height(heap: Heap, rack: Rack) -> float:
    """Return the height of a group's head down to where its cards begin."""
    sizes = rack.sizes
    below = dots.height(heap.dots, rack.width, sizes) + sizes.of(10) if heap.dots else 0.0
    return _title_height(heap, rack) + below + sizes.of(18)


def put_head(heap: Heap, column: Column, head: float, rack: Rack) -> None:
    """Put the head of a group where a column ends; its cards begin ``head`` below that."""
    sizes, y, title = rack.sizes, column.used, _title_height(heap, rack)
    lines = _title_lines(rack)
    column.items.append(Words(0, y, rack.width, title, heap.title, sizes.heading, True, "text", lines))
    if heap.dots:
        high = dots.height(heap.dots, rack.width, sizes)
        column.items.append(DotRow(0, y + title + sizes.of(10), rack.width, high, heap.dots))
    column.used = y + head


def going_on(heap: Heap, rack: Rack) -> Heap:
    """Return a group as its head says it in further columns, on as many lines as in the first one if it can."""
    choices = [
        heap._replace(title=title, dots=0) for title in (_("{title} (weiter)", title=heap.title), f"… {heap.title}")
    ]
    lines = _title_height(heap, rack)
    return next((choice for choice in choices if _title_height(choice, rack) <= lines), choices[0])


def in_full(heap: Heap, rack: Rack) -> list[Column]:
    """Return columns that hold nothing but the title, if it is too long for a head and ends in "…" there."""
    pixels = rack.sizes.heading
    if rack.measure.height(heap.title, pixels, rack.width, strong=True) <= _title_height(heap, rack):
        return []
    found = []
    for text in rack.measure.parts(heap.title, pixels, rack.width, rack.room, strong=True):
        column, high = Column(), rack.measure.height(text, pixels, rack.width, strong=True)
        column.items.append(Words(0, 0, rack.width, high, text, pixels, True))
        found.append(column)
    return found


def _title_height(heap: Heap, rack: Rack) -> float:
    return rack.measure.height(heap.title, rack.sizes.heading, rack.width, strong=True, lines=_title_lines(rack))


def _title_lines(rack: Rack) -> int:
    return rack.measure.lines(rack.sizes.heading, rack.room * _HEADING, strong=True)
