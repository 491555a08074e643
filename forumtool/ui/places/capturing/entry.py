"""The frame around the field: a button beside it, the tags used last and the keys under what is typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from forumtool.i18n import _
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.hints import KeyHints
from forumtool.ui.parts.panel import across
from forumtool.ui.places.capturing.field import CaptureField
from forumtool.ui.places.capturing.tag_chips import TagChips


class Entry(QFrame):
    """Is framed in the accent colour only while the field has the keyboard."""

    def __init__(self, toggle: Callable[[int], object]) -> None:
        super().__init__()
        self.setObjectName("entryFrame")
        self.field = CaptureField()
        self.tags = TagChips(toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(8)
        self.save = button(_("Sichern"), self.field.confirm, role="inField", tip=_("Enter"))
        self.save.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stays = self.save.sizePolicy()
        stays.setRetainSizeWhenHidden(True)  # nothing moves when the first letter is typed
        self.save.setSizePolicy(stays)
        line = across(self.field)
        line.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addWidget(self.tags)
        column.addWidget(
            KeyHints(
                (
                    ("Enter", _("sichern")), ("Tab", _("# und @")), ("@", _("Person/Gruppe")),
                    ("!", _("Hemmnis")), ("+", _("Angebot")), (">", _("Ziel")),
                )
            )
        )  # fmt: skip
        self.field.lit.connect(self._light)
        self.field.textChanged.connect(self._offer_to_save)
        self._offer_to_save()

    def _offer_to_save(self) -> None:
        is_written = not self.field.document().isEmpty()
        if self.save.isHidden() == is_written:
            self.save.setVisible(is_written)

    def _light(self, on: bool) -> None:
        self.setProperty("lit", on)
        self.style().polish(self)
