"""What this user's window remembers, with a type and a default for each thing. Kept as an INI file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from forumtool.i18n import LANGUAGES
from forumtool.paths import settings_folder

if TYPE_CHECKING:
    from datetime import datetime

_RECENT = 8


class Settings:
    """Typed access to the settings; ``QSettings`` itself returns text for everything."""

    def __init__(self) -> None:
        self._kept = QSettings(str(settings_folder() / "window.ini"), QSettings.Format.IniFormat)

    def _text(self, key: str, default: str = "") -> str:
        value = self._kept.value(key, default)
        return value if isinstance(value, str) else default

    @property
    def language(self) -> str:
        """The language of the window, "de" or "en"."""
        value = self._text("language", "de")
        return value if value in LANGUAGES else "de"

    @language.setter
    def language(self, value: str) -> None:
        self._kept.setValue("language", value)

    @property
    def scheme(self) -> str:
        """ "light", "dark", or empty for what the system wishes."""
        value = self._text("scheme")
        return value if value in ("light", "dark") else ""

    @scheme.setter
    def scheme(self, value: str) -> None:
        self._kept.setValue("scheme", value)

    @property
    def geometry(self) -> str:
        """Size and place of the window, as Qt wrote it, in base64."""
        return self._text("geometry")

    @geometry.setter
    def geometry(self, value: str) -> None:
        self._kept.setValue("geometry", value)

    @property
    def place(self) -> str:
        """The key of the place that was open last."""
        from forumtool.ui.shell.register import ENTRIES

        value = self._text("place", "capture")
        return value if value in {entry.key for entry in ENTRIES} else "capture"

    @place.setter
    def place(self, value: str) -> None:
        self._kept.setValue("place", value)

    @property
    def export_folder(self) -> str:
        """The folder of the last export, or empty."""
        return self._text("export_folder")

    @export_folder.setter
    def export_folder(self, value: str) -> None:
        self._kept.setValue("export_folder", value)

    @property
    def recent(self) -> "list[tuple[Path, datetime | None]]":
        """The files opened lately, newest first, and when each was changed (None: it is not there now)."""
        names = [name for name in self._text("recent").split("\n") if name]
        return [(Path(name), _changed(Path(name))) for name in names]

    def remember_file(self, path: Path) -> None:
        """Put a file first among those opened lately."""
        names = [str(path.resolve())]
        names += [name for name in self._text("recent").split("\n") if name and name != names[0]]
        self._kept.setValue("recent", "\n".join(names[:_RECENT]))


def _changed(path: Path) -> "datetime | None":
    from datetime import datetime

    try:
        return datetime.fromtimestamp(path.stat().st_mtime)
    except OSError:
        return None
