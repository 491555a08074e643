"""The status line: what is safe on disk, and since when."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from forumtool.i18n import _, ngettext
from forumtool.storage.reading import Reading
from forumtool.ui.desk import Desk
from forumtool.ui.parts.step_bar import StepBar
from forumtool.ui.parts.words import words
from forumtool.ui.shell.sizes import STATUS


class StatusLine(QFrame):
    """Says that everything is saved, how much there is, and in which file."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setFixedHeight(STATUS)
        self._desk = desk
        self.saved, self.counts, self.name = words("", "saved"), words(), words()
        self.canvas = words("", "onCanvas")
        self.bar = StepBar(self.saved)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(22)
        layout.addWidget(self.saved)
        layout.addWidget(self.bar)
        layout.addWidget(self.counts)
        layout.addStretch(1)
        layout.addWidget(self.canvas)
        layout.addWidget(self.name)
        desk.walked.connect(self._tell_way)

    def _tell_way(self, done: int, total: int) -> None:
        """Say that a long step is being taken back or made again, or, with nothing to do, that it is over."""
        if total:
            self.bar.tell(done, total, _("Einen Augenblick …"))
        else:
            self.bar.end()

    def tell_canvas(self, said: str) -> None:
        """Say what the room sees on the projector, or nothing."""
        self.canvas.setText(said)
        self.canvas.setVisible(bool(said))

    def refresh(self) -> None:
        """Read the counts of the chosen forum."""
        desk = self._desk
        if desk.file.read_only:
            self.saved.setProperty("state", "warning")
            self.saved.style().polish(self.saved)
            self.saved.setText("● " + _("schreibgeschützt, nur ansehen"))
        elif desk.saved_at is not None:
            self.saved.setText("● " + _("Gesichert {time}", time=desk.saved_at.strftime("%H:%M:%S")))
        self.counts.setText(" · ".join(counted(desk.file, desk.forum_id)))
        self.name.setText(desk.file.path.name)
        self.name.setToolTip(str(desk.file.path))


def counted(source: Reading, forum_id: str | None) -> list[str]:
    """Return how many cards there are, and how many people of those on the list are present."""
    (cards,) = source.one("SELECT count(*) FROM card WHERE forum_id IS ?", forum_id)
    present, listed = source.one(
        "SELECT coalesce(sum(state = 'present'), 0), count(*) FROM attendance WHERE NOT deleted AND forum_id IS ?",
        forum_id,
    )
    said = [ngettext("{count} Vorschlag", "{count} Vorschläge", cards)]
    if listed:
        said.append(_("{present} von {listed} anwesend", present=present, listed=listed))
    return said
