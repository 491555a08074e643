"""The chosen card in full, every field of it edited where it stands."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from forumtool.domain.rows import KINDS, ProposalRow, Vocabulary
from forumtool.domain.when import local_time
from forumtool.i18n import N_, _
from forumtool.services import proposals as cards
from forumtool.services.confirming import confirm
from forumtool.storage.queries.proposals import tag_groups
from forumtool.storage.queries.recent import language_used
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.name_field import NameField
from forumtool.ui.parts.panel import Panel, across, scrolling
from forumtool.ui.parts.ties import Ties
from forumtool.ui.parts.wide_field import WideField
from forumtool.ui.parts.words import words
from forumtool.ui.places.capturing.behind import Behind
from forumtool.ui.places.capturing.card_tags import CardTags
from forumtool.ui.places.capturing.languages import LanguageBox

KIND_NAMES = {"way": N_("Weg"), "obstacle": N_("Hemmnis"), "offer": N_("Angebot"), "question": N_("Frage")}


class Inspector(Panel):
    """Shows one card; each field writes its own step when it is left or confirmed with Enter."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(margin=0)
        self.setFixedWidth(256)
        self._desk = desk
        self._card: ProposalRow | None = None
        self._behind = Behind(desk)
        self.tags = CardTags(self._toggle)
        tip = _("Von der Karte nehmen")
        self._obstacles = Ties(_("Hemmnis nennen"), tip, _("Hemmnisse"))
        self._offers = Ties(_("Angebot nennen"), tip, _("Vorhandene Angebote"))
        self.obstacles, self.add_obstacle = self._obstacles.chips, self._obstacles.field
        self.offers, self.add_offer = self._offers.chips, self._offers.field
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
        for part in (self._obstacles, self._offers):
            rows.addSpacing(8)
            rows.addWidget(part)
        self._obstacles.named.connect(lambda title: self._do(cards.tie, obstacle=title))
        self._obstacles.left.connect(lambda key: self._do(cards.untie, obstacle_id=key))
        self._offers.named.connect(lambda title: self._do(cards.tie, offer=title))
        self._offers.left.connect(lambda key: self._do(cards.untie, offer_id=key))
        self._build_discussion(rows)
        self.origin = words("", "small", wrap=True)
        rows.addSpacing(8)
        rows.addWidget(self.origin)
        self.remove = button(_("Karte löschen"), self._remove, role="plain")
        rows.addLayout(across(self.remove, 1))
        rows.addStretch(1)

    def _build_wording(self, rows: QVBoxLayout) -> None:
        self.number = words("", "overline")
        self.text = self._wide(_("Fassung"), lambda text: self._do(cards.reword, text), 3)
        self.original = words("", "small", wrap=True)
        self.kind = QComboBox()
        self.kind.setAccessibleName(_("Art"))
        for kind in KINDS:
            self.kind.addItem(_(KIND_NAMES[kind]), kind)
        self.kind.activated.connect(lambda _at: self._change(kind=self.kind.currentData()))
        self.kind.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.support = QSpinBox()
        self.support.setAccessibleName(_("Unterstützung"))
        self.support.setRange(0, 999)
        self.support.setPrefix("+")
        self.support.setToolTip(_("So viele unterstützen den Vorschlag außerdem"))
        self.support.setFixedWidth(74)
        self.support.editingFinished.connect(lambda: self._change(support_count=self.support.value()))
        for part in (self.number, self.text, self.original, self._behind):
            rows.addWidget(part)
        rows.addSpacing(6)
        rows.addLayout(across(self.kind, self.support, spacing=8))
        self.confirmed = QCheckBox(_("im Forum bestätigt"))
        self.confirmed.clicked.connect(self._confirm)
        rows.addSpacing(6)
        rows.addWidget(self.confirmed)
        self._build_second_language(rows)

    def _build_second_language(self, rows: QVBoxLayout) -> None:
        self.language = LanguageBox()
        self.language.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.language.activated.connect(lambda _at: self._translate(self.other.toPlainText().strip()))
        self.other: WideField = self._wide(_("Wortlaut in der zweiten Sprache"), self._translate, 2)
        self.other.textChanged.connect(lambda: self.language.follow(self.other.toPlainText()))
        rows.addSpacing(8)
        rows.addLayout(across(words(_("Zweite Sprache"), "small"), self.language))
        rows.addWidget(self.other)

    def _build_origin(self, rows: QVBoxLayout) -> None:
        self._label(rows, _("Von"))
        self.contributor = NameField(name=_("Von"))
        self.contributor.setPlaceholderText(_("Person, Organisation, Gruppe oder niemand"))
        self.contributor.committed.connect(lambda name: self._do(cards.attribute, name))
        self.names: list[str] = []
        rows.addWidget(self.contributor)
        rows.addWidget(self.tags)

    def _build_discussion(self, rows: QVBoxLayout) -> None:
        self._label(rows, _("Notiz aus der Diskussion"))
        self.note = self._wide(_("Notiz aus der Diskussion"), lambda text: self._change(note=text), 2)
        rows.addWidget(self.note)
        self._label(rows, _("Dissens"))
        self.dissent = self._wide(_("Dissens"), lambda text: self._change(dissent=text), 2)
        rows.addWidget(self.dissent)

    def _label(self, rows: QVBoxLayout, text: str) -> None:
        rows.addSpacing(8)
        rows.addWidget(words(text, "small"))

    def _wide(self, name: str, write: Callable[[str], object], lines: int) -> WideField:
        return WideField(name, write, lines, enter_writes=True)

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
        self.number.setText(_("VORSCHLAG {number}", number=card.number))
        for field, text in (
            (self.text, card.text), (self.other, card.other_text), (self.note, card.note), (self.dissent, card.dissent),
        ):  # fmt: skip
            field.show_text(text)
        self.original.setVisible(bool(card.edited_text))
        self.original.setText(_("Originalton: „{text}“", text=card.original_text))
        self._behind.show_card(card)
        self.kind.setCurrentIndex(KINDS.index(card.kind))
        self.confirmed.setChecked(bool(card.confirmed_at))
        if not self.support.hasFocus():
            self.support.setValue(card.support_count)
        self.contributor.show_text(card.contributor)
        if other or not self.other.hasFocus():
            self.language.begin(card.other_language, language_used(self._desk.file))
        self.tags.show_tags(tag_groups(self._desk.file), {tag.id for tag in card.tags}, self.contributor)
        self._obstacles.show_ties(card.obstacles)
        self._offers.show_ties(card.offers)
        self.origin.setText(_origin(card))

    def know(self, known: Vocabulary) -> None:
        """Complete with these names."""
        self.names = [*known.people, *known.organisations, *known.groups]
        self.contributor.know(self.names)
        self._obstacles.field.know(known.obstacles)
        self._offers.field.know(known.offers)

    def take_focus(self) -> None:
        """Put the keyboard into the wording, if there is a card."""
        if self._card is not None:
            self.text.setFocus()

    def commit(self) -> None:
        """Write what stands in a field and is not written yet."""
        for field in (self.text, self.other, self.note, self.dissent):
            field.finish()
        for line in (self.contributor, self.add_obstacle, self.add_offer):
            line.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _do(self, verb: Callable[..., object], *values: object, **named: object) -> None:
        if self._card is not None:
            self._desk.do(verb, self._card.id, *values, **named)

    def _change(self, **values: object) -> None:
        self._do(cards.change, **values)

    def _translate(self, text: str) -> None:
        if text or (self._card is not None and self._card.other_text):
            self._do(cards.translate, text, self.language.code)

    def _toggle(self, tag_id: str) -> None:
        if self._card is not None:
            on = tag_id not in {tag.id for tag in self._card.tags}
            self._desk.do(cards.tag, [self._card.id], tag_id, on=on)

    def _confirm(self, on: bool) -> None:
        if self._card is not None:
            self._desk.do(confirm, [self._card.id], on=on)

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
    told = _("Herkunft: {parts}", parts=" · ".join(parts))
    if card.confirmed_at:
        told += "\n" + _("Im Forum bestätigt um {time}", time=local_time(card.confirmed_at))
    return told
