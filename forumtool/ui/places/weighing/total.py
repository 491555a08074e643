"""Below the counts: how many dots were counted, how many the room has, and what to do if that differs."""

from PySide6.QtWidgets import QWidget

from forumtool.domain.tally import Spread, Tally
from forumtool.i18n import _, decimal, ngettext
from forumtool.ui.parts.flow import Flow
from forumtool.ui.parts.words import words


class Total(Flow):
    """Three short sentences that wrap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=4)
        self.counted, self.expected, self.difference = words("", "heading"), words(), words("", "quiet")
        for thing in (self.counted, self.expected, self.difference):
            thing.setContentsMargins(0, 0, 22, 0)
            self.flow.addWidget(thing)

    def show_total(self, tally: Tally, *, entering: bool) -> None:
        """Show dots; what is missing is told quietly while somebody is still ``entering``, too many always clearly."""
        self._show(
            ngettext("{count} Punkt gezählt", "{count} Punkte gezählt", tally.counted),
            _("erwartet {voters} × {each} = {expected}", voters=tally.voters, each=tally.each, expected=tally.expected)
            if tally.voters
            else "",
            _told(tally, entering=entering),
            is_clear=tally.state == "over" or (tally.state == "under" and not entering),
        )

    def show_scale(self, tally: Tally, found: Spread | None) -> None:
        """Show the points on a scale beside those who are there, their mean and how far they lie apart."""
        counted = ngettext("{count} Punkt", "{count} Punkte", tally.counted)
        if tally.voters:
            counted += " " + ngettext("von einer Person", "von {count} Anwesenden", tally.voters)
        over = tally.counted - tally.voters if tally.state == "over" else 0
        self._show(
            counted,
            _("Mittel {mean} · Streuung ± {deviation}", mean=decimal(found.mean), deviation=decimal(found.deviation))
            if found
            else "",
            ngettext("{count} zu viel: noch einmal zählen", "{count} zu viel: noch einmal zählen", over)
            if over
            else "",
            is_clear=bool(over),
        )

    def _show(self, counted: str, expected: str, difference: str, *, is_clear: bool) -> None:
        role = "warning" if is_clear else "quiet"
        if self.difference.objectName() != role:
            self.difference.setObjectName(role)
            self.difference.style().polish(self.difference)
        for label, text in ((self.counted, counted), (self.expected, expected), (self.difference, difference)):
            label.setText(text)
            label.setVisible(bool(text))
        self.updateGeometry()


def _told(tally: Tally, *, entering: bool) -> str:
    missing = tally.expected - tally.counted
    if tally.state == "fits":
        return _("geht auf")
    if tally.state == "under" and entering:
        return ngettext("{count} fehlt noch", "{count} fehlen noch", missing)
    if tally.state == "under":
        return ngettext(
            "{count} fehlt: noch einmal zählen oder so lassen",
            "{count} fehlen: noch einmal zählen oder so lassen",
            missing,
        )
    return _("{count} zu viel: noch einmal zählen oder so lassen", count=-missing) if tally.state == "over" else ""
