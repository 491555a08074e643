"""Pieces put onto pages one below the other: what belongs together stays together, and heads are repeated."""

from typing import NamedTuple

from forumtool.drawing.pieces import Head, Piece, Row


class Placed(NamedTuple):
    """A piece and how far below the top of the text it stands."""

    y: float
    piece: Piece


class _Waiting(NamedTuple):
    piece: Piece
    before: float
    after: float


class Flow:
    """Fills pages of a height. ``head`` is repeated on each new page as long as it is set."""

    def __init__(self, height: float) -> None:
        self.pages: list[list[Placed]] = [[]]
        self.head: Head | None = None
        self._height = height
        self._y = 0.0
        self._gap = 0.0
        self._kept: list[_Waiting] = []

    def keep(self, piece: Piece, before: float = 0, after: float = 0) -> None:
        """Take a piece that must stand on the page of what comes next."""
        self._kept.append(_Waiting(piece, before, after))

    def put(self, piece: Piece, before: float = 0, after: float = 0) -> None:
        """Place a piece, with those that were kept for it above it.

        They go to a new page together if not even its beginning fits here, unless they are higher than a page.
        """
        group = [*self._kept, _Waiting(piece, before, after)]
        self._kept = []
        if self.pages[-1] and not self._fits(group):
            self._turn(with_head=not any(isinstance(one.piece, Head) for one in group))
        for one in group:
            self._place(one)

    def space(self, after: float) -> None:
        """Leave room behind what was placed last."""
        self._gap = max(self._gap, after)

    def finish(self) -> None:
        """Place what was kept for something that did not come."""
        if self._kept:
            last = self._kept.pop()
            self.put(*last)

    def _fits(self, group: list[_Waiting]) -> bool:
        y, gap = self._y, self._gap
        for one in group:
            y += max(gap, one.before)
            if y + one.piece.height > self._height:
                room = self._height - y
                return one is group[-1] and _may_break(one.piece, self._height) and one.piece.cut(room) is not None
            y, gap = y + one.piece.height, one.after
        return True

    def _place(self, one: _Waiting) -> None:
        """Place a piece, going on on as many pages as it needs."""
        piece = one.piece
        self._y += max(self._gap, one.before) if self.pages[-1] else 0
        while self._y + piece.height > self._height:
            parts = piece.cut(self._height - self._y)
            if parts is None and not self._has_begun:
                break  # higher than a page and not to be cut
            if parts is not None:
                self._add(parts[0])
                piece = parts[1]
            self._turn(with_head=True)
        self._add(piece)
        self._gap = one.after

    @property
    def _has_begun(self) -> bool:
        """Whether there is more on this page than a repeated head."""
        page = self.pages[-1]
        return len(page) > 1 or bool(page and not isinstance(page[0].piece, Head))

    def _add(self, piece: Piece) -> None:
        self.pages[-1].append(Placed(self._y, piece))
        self._y += piece.height

    def _turn(self, *, with_head: bool) -> None:
        self.pages.append([])
        self._y = self._gap = 0.0
        if self.head is not None and with_head and self.head.height < self._height / 2:
            self._add(self.head)


def _may_break(piece: Piece, page: float) -> bool:
    """Paragraphs go on on the next page; rows only if no page is high enough for them."""
    return not isinstance(piece, Row) or piece.height > page
