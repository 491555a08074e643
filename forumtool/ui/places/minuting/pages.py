"""The pages of a document beside its choices: the first ones at once, the others laid out in moments between."""

from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from forumtool.drawing.document import DocumentPages
from forumtool.exports.document import Document
from forumtool.i18n import _
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.page_view import PageView
from forumtool.ui.parts.panel import across, down
from forumtool.ui.parts.words import words

_WIDEST = 744.0  # pixels: a quarter larger than life on a usual screen
_FIRST, _MOMENT = 0.03, 0.012  # seconds of laying out, before the window answers again
_PATIENCE = 0.25  # seconds in which a document that is soon whole takes the place of the old one in one go
_LARGER = 1.25


class Pages(QWidget):
    """Shows the pages of a document with where the reader is. A changed document is shown at the same place."""

    def __init__(self) -> None:
        super().__init__()
        self.view = PageView(_WIDEST)
        self.where = words("", "small")
        self._coming: DocumentPages | None = None
        self._since = 0.0
        self._moments = QTimer(self)
        self._moments.setInterval(0)
        self._moments.timeout.connect(lambda: self._lay_out(_MOMENT))
        self.view.moved.connect(self._tell)
        self._build()

    def _build(self) -> None:
        sizes = [
            button("−", lambda: self.view.set_zoom(self.view.zoom / _LARGER), role="plain", tip=_("Kleiner")),
            button(_("Seitenbreite"), lambda: self.view.set_zoom(1), role="plain", tip=_("So breit, wie Platz ist")),
            button("+", lambda: self.view.set_zoom(self.view.zoom * _LARGER), role="plain", tip=_("Größer")),
        ]
        for one in sizes:
            one.setAccessibleName(one.toolTip())
        foot = QWidget()
        foot.setLayout(across(self.where, 1, *sizes, spacing=0))
        foot.setContentsMargins(14, 0, 6, 0)
        self.setLayout(down(self.view, foot, spacing=0))

    @property
    def is_whole(self) -> bool:
        """Whether everything that was to be shown last is shown."""
        return self.view.pages is not None and not self._moments.isActive()

    @property
    def words(self) -> str:
        """The words of all pages that are shown so far."""
        pages = self.view.pages
        return "\n".join(pages.text(page) for page in range(pages.count)) if isinstance(pages, DocumentPages) else ""

    def show_document(self, document: Document) -> None:
        """Show a document; until its pages reach to where the reader is, the old ones stay."""
        self._coming, self._since = DocumentPages(document), perf_counter()
        self._moments.start()
        self._lay_out(_FIRST)

    def _lay_out(self, seconds: float) -> None:
        coming = self._coming
        if coming is None:
            return
        done = coming.lay_out(seconds)
        if done:
            self._moments.stop()
        if done or (self.view.pages is not coming and self._is_due(coming)):
            self.where.clear()  # other words may stand on a page of the same number
            self.view.show_pages(coming)  # when it is done, the table of contents knows its numbers
        elif self.view.pages is coming:
            self.view.grow()

    def _is_due(self, coming: DocumentPages) -> bool:
        """Whether unfinished pages take the place of the old ones: if these wait too long and the reader stays."""
        if self.view.pages is None:
            return True
        return coming.count > self.view.page + 2 and perf_counter() - self._since > _PATIENCE

    def _tell(self) -> None:
        pages = self.view.pages
        if not isinstance(pages, DocumentPages):
            return
        at = self.view.page
        told = (
            _("Seite {page} von {pages}", page=at + 1, pages=pages.count)
            if pages.is_whole
            else _("Seite {page} von {pages} …", page=at + 1, pages=pages.count)
        )
        if told != self.where.text():
            self.where.setText(told)
            self.view.setAccessibleDescription(f"{told}\n{pages.text(at)}")
