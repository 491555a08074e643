"""The order of a long table by its words: made comparable once, in slices while nobody waits, and kept."""

from collections.abc import Callable, Collection, Iterable, Sequence

from PySide6.QtCore import QObject, QTimer

from forumtool.domain.folding import folded_each

_SLICE = 500  # rows; about two milliseconds


class WordOrder(QObject):
    """Puts keys in the order of their words; ``read`` returns (key, words) of some keys.

    What has not been prepared is read when it is asked for.
    """

    def __init__(self, read: Callable[[Collection[str]], Iterable[tuple[str, str]]], parent: QObject) -> None:
        super().__init__(parent)
        self._read = read
        self._folds: dict[str, str] = {}
        self._waiting: list[str] = []
        self._known: tuple[Sequence[str], list[str]] = ((), [])
        self._soon = QTimer(self)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._take_slice)

    def prepare(self, keys: Sequence[str]) -> None:
        """Begin to read the words of these keys, unless they are known."""
        self._waiting = [key for key in keys if key not in self._folds]
        if self._waiting:
            self._soon.start()

    def forget(self, keys: Collection[str]) -> None:
        """Read the words of these keys again, as they may be others."""
        self._known = (), []
        for key in keys:
            self._folds.pop(key, None)

    def sorted(self, keys: Sequence[str]) -> list[str]:
        """Return the keys in the order of their words: ä as a, ß as ss, whatever their case and signs."""
        if self._known[0] != keys:
            self._take([key for key in keys if key not in self._folds])
            self._known = keys, sorted(keys, key=self._folds.__getitem__)
        return self._known[1]

    def _take_slice(self) -> None:
        self._take(self._waiting[:_SLICE])
        del self._waiting[:_SLICE]
        if not self._waiting:
            self._soon.stop()

    def _take(self, keys: Sequence[str]) -> None:
        found = list(self._read(keys)) if keys else []
        folds = folded_each((text for _key, text in found), plain=True)
        self._folds.update((key, fold.lstrip()) for (key, _text), fold in zip(found, folds, strict=True))
