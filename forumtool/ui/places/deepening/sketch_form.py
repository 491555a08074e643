"""The chosen measure in full, every field of it edited where it stands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from forumtool.domain.rows import MeasureRow, OfferRow, Vocabulary
from forumtool.i18n import _
from forumtool.services import measures, offers
from forumtool.ui.desk import Desk
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.name_field import NameField
from forumtool.ui.parts.panel import down
from forumtool.ui.parts.text_field import TextField
from forumtool.ui.parts.ties import Ties
from forumtool.ui.parts.words import words
from forumtool.ui.places.deepening.offer_ties import OfferTies

Field = TextField | LineField
_INDENT = 8  # what the title's frame takes: all words begin below each other


class SketchForm(QWidget):
    """Shows one measure; each field writes its own step when it is left or confirmed with Enter.

    ``left`` tells that Esc was pressed where nothing was being written.
    """

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: MeasureRow | None = None
        self.title = TextField(name=_("Titel"), role="bare", most=3, one_paragraph=True)
        self.title.setStyleSheet("font-size: 18px; font-weight: 600;")
        self.text = TextField(name=_("Was geschieht"), least=2, most=8)
        self.lead = NameField(name=_("Federführung"))
        self.partners = NameField(name=_("Partner"), several=True)
        self.horizon = LineField(name=_("Zeithorizont"))
        self.resources = TextField(name=_("Ressourcen"), most=4)
        self.indicator = TextField(name=_("Indikator"), most=4)
        self.quick_win = QCheckBox(_("schnell umsetzbar"))
        self.confirmed = QCheckBox(_("im Forum bestätigt"))
        self.offers = OfferTies(_("Angebot nennen"))
        self.obstacles = Ties(_("Hemmnis nennen"), _("Von der Maßnahme nehmen"))
        self._fields: dict[str, Field] = {
            "title": self.title, "text": self.text, "lead": self.lead, "partners": self.partners,
            "horizon": self.horizon, "resources": self.resources, "indicator": self.indicator,
        }  # fmt: skip
        self._build()
        self._bind()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 4)
        whole.addWidget(self.title)
        rows = QVBoxLayout()
        rows.setContentsMargins(_INDENT, 0, 0, 0)
        rows.setSpacing(3)
        whole.addLayout(rows)
        rows.addWidget(words(_("Was geschieht"), "small"))
        rows.addWidget(self.text)
        rows.addSpacing(5)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 160)
        for at, (one, other) in enumerate(
            (
                ((_("Federführung"), self.lead), (_("Partner"), self.partners)),
                ((_("Zeithorizont"), self.horizon), (_("Ressourcen"), self.resources)),
                ((_("Indikator"), self.indicator), ("", self._marks())),
                ((_("Vorhandene Angebote"), self.offers), (_("Hemmnisse"), self.obstacles)),
            )
        ):
            for column, (name, field) in enumerate((one, other)):
                self._place(at, column, name, field)
        rows.addLayout(self._grid)
        whole.addStretch(1)

    def _marks(self) -> QWidget:
        marks = QWidget()
        marks.setLayout(down(self.quick_win, self.confirmed, spacing=6))
        return marks

    def _place(self, at: int, column: int, name: str, field: QWidget) -> None:
        label = words(name, "small")
        if at:
            label.setContentsMargins(0, 5, 0, 0)
        self._grid.addWidget(label, 2 * at, column)
        self._grid.addWidget(field, 2 * at + 1, column, Qt.AlignmentFlag.AlignTop)

    def _bind(self) -> None:
        for one in (*self._fields.values(), self.offers.field, self.obstacles.field):
            one.installEventFilter(self)
        for name, field in self._fields.items():
            field.committed.connect(lambda text, name=name: self._change(**{name: text}))
        self.quick_win.clicked.connect(lambda on: self._change(quick_win=on))
        self.confirmed.clicked.connect(lambda on: self._do(measures.confirm_measure, on=on))
        self.offers.named.connect(lambda title: self._do(measures.tie, offer=title))
        self.offers.left.connect(lambda key: self._do(measures.untie, offer_id=key))
        self.offers.turned.connect(lambda key, state: self._desk.do(offers.change_offer, key, state=state))
        self.obstacles.named.connect(lambda title: self._do(measures.tie, obstacle=title))
        self.obstacles.left.connect(lambda key: self._do(measures.untie, obstacle_id=key))

    def show_measure(self, row: MeasureRow, known: Sequence[OfferRow]) -> None:
        """Show a measure; a field that is being written in keeps what is typed, for the measure it was typed to."""
        if self._row is not None and row.id != self._row.id:
            self.commit()
        self._row = row
        for name, field in self._fields.items():
            field.show_text(getattr(row, name))
        self.quick_win.setChecked(bool(row.quick_win))
        self.confirmed.setChecked(bool(row.confirmed_at))
        self.offers.show_offers(row.offers, known)
        self.obstacles.show_ties(row.obstacles)

    def know(self, people: Sequence[str], known: Vocabulary) -> None:
        """Complete with these names: who can be given a task, and the process's offers and obstacles."""
        for field in (self.lead, self.partners):
            field.know(people)
        self.offers.field.know(known.offers)
        self.obstacles.field.know(known.obstacles)

    def begin(self) -> None:
        """Put the keyboard into the title, to be written anew."""
        self.title.setFocus()
        self.title.selectAll()

    def commit(self) -> None:
        """Write what stands in a field and is not written yet."""
        for field in (*self._fields.values(), self.offers.field, self.obstacles.field):
            field.commit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            is_written = watched.is_modified if isinstance(watched, TextField) else _is_typed(watched)
            if not is_written:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _change(self, **values: object) -> None:
        self._do(measures.change_measure, **values)

    def _do(self, verb: Callable[..., object], **values: object) -> None:
        if self._row is not None:
            self._desk.do(verb, self._row.id, **values)


def _is_typed(field: QObject) -> bool:
    return isinstance(field, LineField) and (field.isModified() or _offers_names(field))


def _offers_names(field: LineField) -> bool:
    return isinstance(field, NameField) and field.completing.popup.is_open
