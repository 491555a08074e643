"""The chosen card in full, every field of it edited where it stands."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from forumtool.domain.rows import KINDS, ProposalRow, TagGroupRow, Vocabulary
from forumtool.i18n import N_, _
from forumtool.services import proposals as cards
from forumtool.storage.queries.proposals import tag_groups
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.flow import Flow
from forumtool.ui.parts.panel import Panel, across, scrolling
from forumtool.ui.parts.words import words

KIND_NAMES = {"way": N_("Weg"), "obstacle": N_("Hemmnis"), "offer": N_("Angebot"), "question": N_("Frage")}
_ROOM = {"text": 84, "note": 66, "dissent": 44}


class Inspector(Panel):
    """Shows one card; each field writes its own step when it is left or confirmed with Enter."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(margin=0)
        self.setFixedWidth(256)
        self._desk = desk
        self._card: ProposalRow | None = None
        self._filling = False
        self._writes: dict[QPlainTextEdit, Callable[[str], object]] = {}
        self.empty = words(
            _("Hier steht die gewählte Karte im Einzelnen. Mit ↓ kommen Sie in die Liste."), "quiet", wrap=True
        )
        self.empty.setContentsMargins(16, 16, 16, 16)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.form = QWidget()
        self._area = scrolling(self.form)
        self.inside.addWidget(self.empty, 1)
        self.inside.addWidget(self._area, 1)
        self._build()
        self.show_card(None)

    def _build(self) -> None:
        rows = QVBoxLayout(self.form)
        rows.setContentsMargins(16, 14, 16, 16)
        rows.setSpacing(3)
        self._build_wording(rows)
        self._build_origin(rows)
        self._build_ties(rows)
        self._build_discussion(rows)
        self.origin = words("", "small", wrap=True)
        rows.addSpacing(8)
        rows.addWidget(self.origin)
        self.remove = button(_("Karte löschen"), self._remove, role="plain")
        rows.addLayout(across(self.remove, 1))
        rows.addStretch(1)

    def _build_wording(self, rows: QVBoxLayout) -> None:
        self.number = words("", "overline")
        self.text = self._wide("text", _("Fassung"), lambda text: self._do(cards.reword, text))
        self.original = words("", "small", wrap=True)
        self.kind = QComboBox()
        self.kind.setAccessibleName(_("Art"))
        for kind in KINDS:
            self.kind.addItem(_(KIND_NAMES[kind]), kind)
        self.kind.activated.connect(lambda _at: self._change(kind=self.kind.currentData()))
        self.support = QSpinBox()
        self.support.setAccessibleName(_("Unterstützung"))
        self.support.setRange(0, 999)
        self.support.setPrefix("+")
        self.support.setToolTip(_("So viele unterstützen den Vorschlag außerdem"))
        self.support.setFixedWidth(74)
        self.support.editingFinished.connect(lambda: self._change(support_count=self.support.value()))
        rows.addWidget(self.number)
        rows.addWidget(self.text)
        rows.addWidget(self.original)
        rows.addSpacing(6)
        self.kind.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        rows.addLayout(across(self.kind, self.support, spacing=8))

    def _build_origin(self, rows: QVBoxLayout) -> None:
        self._label(rows, _("Von"))
        self.contributor = QLineEdit()
        self.contributor.setAccessibleName(_("Von"))
        self.contributor.setPlaceholderText(_("Person, Organisation, Gruppe oder niemand"))
        self.contributor.editingFinished.connect(self._attribute)
        self.names: list[str] = []
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.contributor.setCompleter(completer)
        rows.addWidget(self.contributor)
        self.tags = QWidget()
        self._tag_rows = QVBoxLayout(self.tags)
        self._tag_rows.setContentsMargins(0, 0, 0, 0)
        self._tag_rows.setSpacing(3)
        rows.addWidget(self.tags)

    def _build_ties(self, rows: QVBoxLayout) -> None:
        self._label(rows, _("Hemmnisse"))
        self.obstacles = Flow()
        self.add_obstacle = self._adder(_("Hemmnis nennen"), lambda text: self._do(cards.tie, obstacle=text))
        rows.addWidget(self.obstacles)
        rows.addWidget(self.add_obstacle)
        self._label(rows, _("Vorhandene Angebote"))
        self.offers = Flow()
        self.add_offer = self._adder(_("Angebot nennen"), lambda text: self._do(cards.tie, offer=text))
        rows.addWidget(self.offers)
        rows.addWidget(self.add_offer)

    def _build_discussion(self, rows: QVBoxLayout) -> None:
        self._label(rows, _("Notiz aus der Diskussion"))
        self.note = self._wide("note", _("Notiz aus der Diskussion"), lambda text: self._change(note=text))
        rows.addWidget(self.note)
        self._label(rows, _("Dissens"))
        self.dissent = self._wide("dissent", _("Dissens"), lambda text: self._change(dissent=text))
        rows.addWidget(self.dissent)

    def _label(self, rows: QVBoxLayout, text: str) -> None:
        rows.addSpacing(8)
        rows.addWidget(words(text, "small"))

    def _wide(self, key: str, name: str, write: Callable[[str], object]) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setAccessibleName(name)
        field.setFixedHeight(_ROOM[key])
        field.setTabChangesFocus(True)
        field.installEventFilter(self)
        self._writes[field] = write
        return field

    def _adder(self, prompt: str, write: Callable[[str], object]) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(prompt)
        field.setPlaceholderText(prompt + " …")

        def confirmed() -> None:
            typed = field.text().strip()
            field.clear()
            if typed:
                write(typed)

        field.editingFinished.connect(confirmed)
        return field

    def show_card(self, card: ProposalRow | None) -> None:
        """Show a card, or none. A field that is being written in keeps what is typed."""
        other = card is None or self._card is None or card.id != self._card.id
        if other:
            self.commit()
        self._card = card
        self.empty.setVisible(card is None)
        self._area.setVisible(card is not None)
        if card is None:
            return
        self._filling = True
        self.number.setText(_("VORSCHLAG {number}", number=card.number))
        for field, text in ((self.text, card.text), (self.note, card.note), (self.dissent, card.dissent)):
            if (other or not field.hasFocus()) and field.toPlainText() != text:
                field.setPlainText(text)
        self.original.setVisible(bool(card.edited_text))
        self.original.setText(_("Originalton: „{text}“", text=card.original_text))
        self.kind.setCurrentIndex(KINDS.index(card.kind))
        if not self.support.hasFocus():
            self.support.setValue(card.support_count)
        if not self.contributor.hasFocus():
            self.contributor.setText(card.contributor)
        self._show_tags(card)
        self._show_ties(card)
        self.origin.setText(_origin(card))
        self._filling = False

    def _show_tags(self, card: ProposalRow) -> None:
        groups = tag_groups(self._desk.file)
        focused = self._focused_tag()
        while (item := self._tag_rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        worn_tags = {tag.id for tag in card.tags}
        for group in groups:
            if group.tags:
                self._tag_rows.addSpacing(6)
                self._tag_rows.addWidget(words(group.title, "small"))
                self._tag_rows.addWidget(self._chips(group, worn_tags, focused))
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab reach the chips where they stand; chips made anew would come behind everything else."""
        before: QWidget = self.contributor
        for at in range(self._tag_rows.count()):
            item = self._tag_rows.itemAt(at)
            flow = item.widget() if item is not None else None
            for chip in flow.findChildren(QAbstractButton) if isinstance(flow, Flow) else ():
                QWidget.setTabOrder(before, chip)
                before = chip

    def _focused_tag(self) -> str:
        focused = self.focusWidget()
        return str(focused.property("tag") or "") if isinstance(focused, QAbstractButton) and focused.hasFocus() else ""

    def _chips(self, group: TagGroupRow, worn_tags: set[str], focused: str) -> Flow:
        chips = Flow()
        for tag in group.tags:
            chip = button(tag.title, partial(self._toggle, tag.id), role="chip")
            chip.setCheckable(True)
            chip.setChecked(tag.id in worn_tags)
            chip.setProperty("tag", tag.id)
            chips.flow.addWidget(chip)
            if tag.id == focused:
                chip.setFocus()
        return chips

    def _show_ties(self, card: ProposalRow) -> None:
        for flow, ties, untie in (
            (self.obstacles, card.obstacles, lambda key: self._do(cards.untie, obstacle_id=key)),
            (self.offers, card.offers, lambda key: self._do(cards.untie, offer_id=key)),
        ):
            flow.flow.clear()
            for tie in ties:
                chip = button(
                    f"{tie.title}  ×",
                    partial(untie, tie.id),
                    role="chip",
                    tip=_("Von der Karte nehmen"),
                )
                chip.setAccessibleName(tie.title)
                flow.flow.addWidget(chip)
            flow.setVisible(bool(ties))

    def know(self, known: Vocabulary) -> None:
        """Offer these names while the origin of a card is typed."""
        names = [*known.people, *known.organisations, *known.groups]
        if names != self.names:
            self.names = names
            self._names.setStringList(names)

    def take_focus(self) -> None:
        """Put the keyboard into the wording, if there is a card."""
        if self._card is not None:
            self.text.setFocus()

    def commit(self) -> None:
        """Write what stands in a wide field and is not written yet."""
        for field in (self.text, self.note, self.dissent):
            if field.hasFocus():
                self._write(field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QPlainTextEdit):
            if event.type() == QEvent.Type.FocusOut:
                self._write(watched)
            elif (
                isinstance(event, QKeyEvent)
                and event.type() == QEvent.Type.KeyPress
                and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
                and event.modifiers() == Qt.KeyboardModifier.NoModifier
            ):
                self._write(watched)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _write(self, field: QPlainTextEdit) -> None:
        if self._card is None or self._filling:
            return
        typed = field.toPlainText().strip()
        shown = {self.text: self._card.text, self.note: self._card.note, self.dissent: self._card.dissent}[field]
        if typed != shown:
            self._writes[field](typed)

    def _do(self, verb: Callable[..., object], *values: object, **named: object) -> None:
        if self._card is not None:
            self._desk.do(verb, self._card.id, *values, **named)

    def _change(self, **values: object) -> None:
        if not self._filling:
            self._do(cards.change, **values)

    def _attribute(self) -> None:
        if self._card is not None and self.contributor.text().strip() != self._card.contributor:
            self._do(cards.attribute, self.contributor.text())

    def _toggle(self, tag_id: str) -> None:
        if self._card is not None:
            on = tag_id not in {tag.id for tag in self._card.tags}
            self._desk.do(cards.tag, [self._card.id], tag_id, on=on)

    def _remove(self) -> None:
        if self._card is not None:
            self._desk.do(cards.remove, [self._card.id])


def _origin(card: ProposalRow) -> str:
    parts = [card.forum_title or _("ohne Forum, aus einer Liste")]
    if card.goal_number:
        parts.append(_("Ziel {number}", number=card.goal_number))
    if card.cluster_title:
        parts.append(_("Gruppe „{title}“", title=card.cluster_title))
    if card.reference:
        parts.append(_("dort {reference}", reference=card.reference))
    return _("Herkunft: {parts}", parts=" · ".join(parts))
