"""The status line: what is safe on disk, and since when; and sentences for the user."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from forumtool.i18n import _, ngettext
from forumtool.storage.reading import Reading
from forumtool.ui.desk import Desk
from forumtool.ui.parts.step_bar import StepBar
from forumtool.ui.parts.words import words
from forumtool.ui.shell.notice import Notice
from forumtool.ui.shell.sizes import STATUS
from forumtool.ui.shell.work_bar import WorkBar

_EDGE, _GAP, _ALL = 16, 22, 1000


class StatusLine(QFrame):
    """Says that everything is saved, how much there is, in which file, and what the room sees.

    A sentence for the user takes the place of counts and name. So it covers neither a field nor the keys of a place,
    and nothing moves for it, unless it is so long that it needs a second line.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setFixedHeight(STATUS)
        self._desk = desk
        self.notice = Notice()
        self.saved, self.counts, self.name = words("", "saved"), words(), words()
        self.canvas = words("", "onCanvas")
        self.bar, self.work = StepBar(self.saved), WorkBar(desk.long_work)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_EDGE, 0, _EDGE, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.saved)
        layout.addWidget(self.bar)
        layout.addWidget(self.work)
        layout.addWidget(self.counts)
        layout.addWidget(self.notice, _ALL)
        layout.addStretch(1)
        layout.addWidget(self.canvas)
        layout.addWidget(self.name)
        self.notice.turned.connect(self._settle)
        desk.walked.connect(self._tell_way)
        desk.long_work.began.connect(self._settle)
        desk.long_work.ended.connect(self._settle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self, _said: str = "") -> None:
        """Make room for a sentence, and be there without a file only as long as there is one."""
        speaks, is_open = not self.notice.isHidden(), self._desk.is_open
        self.saved.setVisible(is_open)
        for one in (self.counts, self.name):
            one.setVisible(is_open and not speaks and not self._desk.long_work.is_busy)
        shown = (one for one in (self.saved, self.work, self.canvas) if not one.isHidden())
        beside = (one.sizeHint().width() + _GAP for one in shown)
        room = self.width() - 2 * _EDGE - sum(beside)
        self.setFixedHeight(max(STATUS, self.notice.height_in(room)) if speaks else STATUS)
        self.setVisible(is_open or speaks)

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
        self._settle()

    def refresh(self) -> None:
        """Read the counts of the chosen forum; without a file there are none."""
        desk = self._desk
        self._settle()
        if not desk.is_open:
            return
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
