"""What happens beside the field at each keystroke: after the letter has been painted, and never in its way."""

from PySide6.QtCore import QObject, QTimer

from forumtool.domain.capture_line import parse, toggled
from forumtool.domain.rows import TagRow
from forumtool.ui.places.capturing.below import Below
from forumtool.ui.places.capturing.entry import Entry
from forumtool.ui.places.capturing.similar import Similar


class WhileTyping(QObject):
    """Marks the tags of the card being typed and shows the cards that are like it."""

    def __init__(self, entry: Entry, below: Below, similar: Similar) -> None:
        super().__init__(entry)
        self._entry, self._below, self._similar = entry, below, similar
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.look)
        entry.field.textChanged.connect(self._typed)
        entry.field.similar_wanted.connect(below.similar.step)
        similar.ready.connect(self._soon.start)

    def _typed(self) -> None:
        if self._entry.field.document().isEmpty():
            self.look()  # at once: with the next letter the rows of the last card must be gone
        else:
            self._similar.prepare()
            self._soon.start()

    def look_again(self) -> None:
        """Look at a line that was typed before the goal or the cards changed."""
        if not self._entry.field.document().isEmpty():
            self._soon.start()

    def look(self) -> None:
        """Look at the line as it is now."""
        draft = parse(self._entry.field.toPlainText(), self._entry.field.known)
        rows = self._below.similar
        self._entry.tags.mark(draft.tags)
        rows.show_alike(self._similar.find(draft.text, rows.most) if draft.text else ())
        self._below.settle()

    def toggle(self, tag: TagRow | None) -> None:
        """Put a tag into the line, or take it out."""
        field = self._entry.field
        if tag is not None:
            field.put(toggled(field.toPlainText(), tag.title, field.known))
            field.setFocus()
