"""States of a widget that the style sheet knows, such as "warning"."""

from PySide6.QtWidgets import QWidget


def put_state(widget: QWidget, state: str) -> None:
    """Put a widget into a state, and dress it for that if it is another one; empty is the usual state."""
    if widget.property("state") != state:
        widget.setProperty("state", state)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
