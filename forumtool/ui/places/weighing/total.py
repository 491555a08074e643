"""Below the counts: how many dots were counted, how many the room has, and what to do if that differs."""

from PySide6.QtWidgets import QWidget

from forumtool.i18n import _, ngettext
from forumtool.ui.parts.flow import Flow
from forumtool.ui.parts.words import words


class Total(Flow):
    """Three short sentences that wrap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=4)
        self.counted, self.expected, self.difference = words("", "heading"), words(), words("", "warning")
        for thing in (self.counted, self.expected, self.difference):
            thing.setContentsMargins(0, 0, 22, 0)
            self.flow.addWidget(thing)

    def show_total(self, total: int, voters: int, each: int) -> None:
        """Show the sum of dots, and voters times dots each; nothing is expected without voters."""
        self.counted.setText(ngettext("{count} Punkt gezählt", "{count} Punkte gezählt", total))
        self.expected.setText(
            _("erwartet {voters} × {each} = {expected}", voters=voters, each=each, expected=voters * each)
            if voters
            else ""
        )
        self.difference.setText(_told(total, voters * each))
        for thing in (self.expected, self.difference):
            thing.setVisible(bool(thing.text()))
        self.updateGeometry()


def _told(total: int, expected: int) -> str:
    if not total or not expected or total == expected:
        return ""
    if total < expected:
        return ngettext(
            "{count} fehlt: noch einmal zählen oder so lassen",
            "{count} fehlen: noch einmal zählen oder so lassen",
            expected - total,
        )
    return _("{count} zu viel: noch einmal zählen oder so lassen", count=total - expected)
