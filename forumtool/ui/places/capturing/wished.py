"""Tags that the next card should have, as a goal has no way for them yet: they stand in the field from the start."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from forumtool.ui.desk import Desk
from forumtool.ui.places.capturing.field import CaptureField


class Wished(QObject):
    """Puts tags behind the cursor of an empty field, and takes them away with the goal that they were wished for.

    A card that somebody has begun to write stays as it is.
    """

    def __init__(self, desk: Desk, field: CaptureField) -> None:
        super().__init__(field)
        self._field, self._put = field, ""
        desk.goal_changed.connect(self._withdraw)

    def offer(self, titles: Sequence[str]) -> None:
        """Begin the next card with these tags."""
        self._withdraw()
        if self._field.document().isEmpty():
            self._put = "".join(f" #{title}" for title in titles)
            self._field.put(self._put)
            self._field.moveCursor(QTextCursor.MoveOperation.Start)

    def _withdraw(self) -> None:
        if self._put and self._field.toPlainText() == self._put:
            self._field.clear()
        self._put = ""
