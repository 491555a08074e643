"""Qt without a screen, for the terminal: type and pictures need an application, a window nobody."""

import sys

from forumtool.domain.errors import UserError
from forumtool.i18n import _

_kept: list[object] = []


def prepare() -> None:
    """Make the application that painting needs, unless there is one.

    It draws into memory; only on Windows, where this would know no typeface of the system, it is the usual one, which
    shows nothing as long as no window is opened. Raises a ``UserError`` where a library of Qt is missing.
    """
    try:
        from PySide6.QtCore import QLoggingCategory
        from PySide6.QtGui import QGuiApplication
    except ImportError as error:
        raise UserError(
            _(
                "Um Seiten zu zeichnen, fehlt diesem System eine Bibliothek ({name}): Bitte nachinstallieren.",
                name=str(error).split(":", maxsplit=1)[0],
            )
        ) from error
    if QGuiApplication.instance() is None:
        QLoggingCategory.setFilterRules("qt.text.font.db=false")  # it tells of each script that another typeface serves
        platform = [] if sys.platform == "win32" else ["-platform", "offscreen"]
        _kept.append(QGuiApplication(["forumtool", *platform]))
