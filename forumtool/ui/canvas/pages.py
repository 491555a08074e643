"""The pages of a picture, laid out no further than somebody looks: 2,000 cards take more than a frame."""

import time
from collections.abc import Iterator, Sequence

from forumtool.ui.canvas.items import Page


class Pages:
    """Pages that are laid out one after the other. There is always at least one, perhaps an empty one.

    ``plan`` is what decided where things stand; pages laid out by an equal plan may be taken over (``done``).
    """

    def __init__(self, coming: Iterator[Page], done: Sequence[Page] = (), plan: object = None) -> None:
        self.plan = plan
        self.is_whole = False
        self._coming = coming
        self._done = list(done)
        if not self._done and not self.reach(0):
            self._done.append(Page())

    def __len__(self) -> int:
        """How many pages are laid out so far."""
        return len(self._done)

    def __getitem__(self, at: int) -> Page:
        """Return a page that is laid out."""
        return self._done[at]

    @property
    def done(self) -> Sequence[Page]:
        """The pages that are laid out so far."""
        return self._done

    def reach(self, at: int) -> bool:
        """Lay out up to a page; return False if there are fewer."""
        while len(self._done) <= at and not self.is_whole:
            page = next(self._coming, None)
            if page is None:
                self.is_whole = True
            else:
                self._done.append(page)
        return at < len(self._done)

    def go_on(self, seconds: float) -> bool:
        """Lay out further pages for about so long; return whether that was all."""
        until = time.monotonic() + seconds
        while not self.is_whole and time.monotonic() < until:
            self.reach(len(self._done))
        return self.is_whole

    def all(self) -> Sequence[Page]:
        """Lay out everything and return it."""
        while not self.is_whole:
            self.reach(len(self._done))
        return self._done
