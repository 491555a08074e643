"""Figures to be read from across the table: a number and what it counts."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumtool.ui.parts.panel import GAP, Panel
from forumtool.ui.parts.words import words


class Figures(QWidget):
    """Tiles side by side, each with a figure and its caption."""

    def __init__(self, captions: Sequence[str]) -> None:
        super().__init__()
        self._figures = [words("", "figure") for _caption in captions]
        self._captions = [words(caption, "quiet", wrap=True) for caption in captions]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for figure, caption in zip(self._figures, self._captions, strict=True):
            tile = Panel(margin=12, spacing=2)
            tile.inside.setContentsMargins(18, 12, 18, 12)
            tile.inside.addWidget(figure)
            tile.inside.addWidget(caption)
            tile.inside.addStretch(1)
            layout.addWidget(tile, 1)

    def show_figures(self, figures: Sequence[object]) -> None:
        """Show one figure for each caption."""
        for label, caption, figure in zip(self._figures, self._captions, figures, strict=True):
            label.setText(str(figure))
            label.setAccessibleName(f"{figure} {caption.text()}")
