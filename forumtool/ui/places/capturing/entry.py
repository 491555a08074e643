"""The frame around the field: the tags used last and the keys stand under what is typed."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from forumtool.i18n import _
from forumtool.ui.parts.hints import KeyHints
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
        column.addWidget(self.field)
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

    def _light(self, on: bool) -> None:
        self.setProperty("lit", on)
        self.style().polish(self)
