"""Opening the window: first a picture, then the file, then what writing needs."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from forumtool.i18n import speak
from forumtool.ui import quick_imports
from forumtool.ui.settings import Settings
from forumtool.ui.shell.window import MainWindow, begin
from forumtool.ui.tasks import leave


def application(settings: Settings | None = None) -> QApplication:
    """Return the application, speaking as this user wishes; the window dresses it."""
    quick_imports.install()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("forumtool")
    app.setDesktopFileName("forumtool")
    _speak(app, (settings or Settings()).language)
    return app


def _speak(app: QApplication, language: str) -> None:
    speak(language)
    QLocale.setDefault(QLocale(f"{language}_{'DE' if language == 'de' else 'GB'}"))
    buttons = QTranslator(app)
    if buttons.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(buttons)


def prepare(words: list[str]) -> tuple[QApplication, MainWindow]:
    """Show the window's first picture and plan the opening of ``[FILE]`` or ``--example`` for right after it."""
    settings = Settings()
    app = application(settings)
    window = MainWindow(settings, build=False)
    example = words[:1] == ["--example"]
    path = Path(words[0]) if words and not example else None
    window.first_painted.connect(lambda: begin(window, path, example=example))
    window.appear()
    return app, window


def main(words: list[str] | None = None) -> int:
    """Open the window: ``[FILE]`` or ``--example``. Return the exit status of the application."""
    app, _window = prepare(words or [])
    return run(app)


def run(app: QApplication) -> int:
    """Run the application until its window is closed, and everything that works beside it has ended, too."""
    status = app.exec()
    leave()
    return status
