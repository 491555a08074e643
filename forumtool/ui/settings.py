"""What this user's window remembers, with a type and a default for each thing. Kept as an INI file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from forumtool.i18n import LANGUAGES
from forumtool.paths import settings_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
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
    def suggests_groups(self) -> bool:
        """Whether Ordnen suggests a group for the next card."""
        return self._text("suggests_groups", "yes") == "yes"

    @suggests_groups.setter
    def suggests_groups(self, value: bool) -> None:
        self._kept.setValue("suggests_groups", "yes" if value else "no")

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

    def columns(self, kind: str, heads: "Sequence[str]") -> dict[str, str]:
        """The head that was last chosen for each meaning in a kind of list with these heads, empty if there is none."""
        import json

        try:
            kept = json.loads(self._text(f"columns/{kind}-{_known_by(heads)}", "{}"))
        except ValueError:
            return {}
        known = {*heads, ""}
        sound = isinstance(kept, dict) and all(isinstance(head, str) and head in known for head in kept.values())
        return kept if sound else {}

    def keep_columns(self, kind: str, heads: "Sequence[str]", chosen: "Mapping[str, str]") -> None:
        """Keep what the columns of a kind of list with these heads mean; the choices for other lists stay."""
        import json

        self._kept.setValue(f"columns/{kind}-{_known_by(heads)}", json.dumps(dict(chosen)))

    def audience(self, process_id: str, key: str) -> str:
        """For whom a kind of document of a process was written last, or empty."""
        return self._text(f"audiences/{process_id}-{key}")

    def keep_audience(self, process_id: str, key: str, audience: str) -> None:
        """Keep for whom a kind of document of a process is written."""
        self._kept.setValue(f"audiences/{process_id}-{key}", audience)

    def timer(self, path: Path) -> str:
        """What the timer of a file wrote down last, or empty."""
        return self._text(f"timers/{_named(path)}")

    def keep_timer(self, path: Path, text: str) -> None:
        """Write down the timer of a file, at once: the program may be killed. Those of files long closed go."""
        if text == self.timer(path) or not (text.strip() or self.timer(path)):
            return
        self._kept.setValue(f"timers/{_named(path)}", text)
        known = {_named(path), *(_named(other) for other, _changed in self.recent)}
        self._kept.beginGroup("timers")
        for key in set(self._kept.childKeys()) - known:
            self._kept.remove(key)
        self._kept.endGroup()
        self._kept.sync()


def _known_by(heads: "Sequence[str]") -> str:
    """Heads as the key of a setting, whatever their order."""
    from hashlib import sha256

    return sha256("\n".join(sorted(heads)).encode()).hexdigest()[:16]


def _named(path: Path) -> str:
    """A file's path as the key of a setting."""
    from hashlib import sha256

    return sha256(str(path.resolve()).encode()).hexdigest()[:16]


def _changed(path: Path) -> "datetime | None":
    from datetime import datetime

    try:
        return datetime.fromtimestamp(path.stat().st_mtime)
    except OSError:
        return None
