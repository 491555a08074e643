"""Reading photographs beside the window, and laying all that could be read beside the board as one step."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from forumtool.domain.errors import UserError
from forumtool.i18n import _
from forumtool.services.photos import NewPhoto, add_photos
from forumtool.storage.forum_file import ForumFile
from forumtool.ui.desk import Desk
from forumtool.ui.tasks import TaskRunner

Read = Callable[[], NewPhoto]


class About(NamedTuple):
    """The board that photographs were brought to; people go on while they are being read."""

    file: ForumFile
    forum_id: str | None
    goal_id: str | None


class PhotoReading(QObject):
    """``told`` says that ``progress`` is another sentence now; it is empty while nothing is being read."""

    told = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = TaskRunner(self)
        self.progress = ""

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read files and lay the photographs beside the board; say of each that cannot be read why not."""
        from forumtool.ui.photos import photo_from

        self._add([lambda path=path: photo_from(path) for path in paths])  # type: ignore[misc]

    def add_picture(self, picture: QImage) -> None:
        """Lay a copied picture beside the board."""
        from forumtool.ui.photos import kept

        copied = picture.copy()
        self._add([lambda: kept(copied, is_drawn=True)])

    def _add(self, every: Sequence[Read]) -> None:
        if every:
            about = About(self._desk.file, self._desk.forum_id, self._desk.goal_id)
            _Batch(self, len(every), about).start(every)

    def run(self, read: Read, done: Callable[[NewPhoto], object], failed: Callable[[UserError], object]) -> None:
        """Read one photograph on the thread."""
        self._runner.run(read, done, failed)

    def tell(self, progress: str) -> None:
        """Say how far the reading is."""
        self.progress = progress
        self.told.emit()

    def keep(self, found: Sequence[NewPhoto], errors: Sequence[str], about: About) -> None:
        """Write what was read in one step, unless another file has been opened meanwhile."""
        self.tell("")
        if not self._desk.is_open or self._desk.file is not about.file:
            return
        named = {"forum_id": about.forum_id, "goal_id": about.goal_id}
        step = self._desk.do(add_photos, found, **named) if found else None
        if errors:
            self._desk.say_warning(" ".join(errors[:3]))
        elif step is None and found:
            self._desk.say(_("Das Foto liegt schon bei dieser Tafel."))


class _Batch:
    """What was asked for together is written together."""

    def __init__(self, reading: PhotoReading, count: int, about: About) -> None:
        self._reading, self._count, self._about = reading, count, about
        self._found: list[NewPhoto] = []
        self._errors: list[str] = []

    def start(self, every: Sequence[Read]) -> None:
        self._tell()
        for read in every:
            self._reading.run(read, self._got, self._failed)

    def _got(self, photo: NewPhoto) -> None:
        self._found.append(photo)
        self._go_on()

    def _failed(self, error: UserError) -> None:
        self._errors.append(str(error))
        self._go_on()

    def _go_on(self) -> None:
        if len(self._found) + len(self._errors) < self._count:
            self._tell()
        else:
            self._reading.keep(self._found, self._errors, self._about)

    def _tell(self) -> None:
        at = len(self._found) + len(self._errors) + 1
        self._reading.tell(_("LIEST FOTO {at} VON {count} …", at=at, count=self._count))
