"""A note beside an open file that says who holds it, and that is locked itself where the system can.

The database's own lock keeps others out, but POSIX drops it as soon as anything in this process closes the same file,
such as the file dialog that looks what kind of file each one is. The lock of the note (``flock``) stays until the note
is closed. Neither outlives a killed program; the note that it leaves behind is harmless.
"""

import contextlib
import json
import os
import sys
from pathlib import Path


class Holder:
    """Whoever has a file open, until ``release``."""

    def __init__(self, path: Path) -> None:
        """Keep others out. Raises ``BlockingIOError`` if one of them has the file."""
        self._path = path
        self._lock = _locked(_note(path))
        self._has_note = self._lock is not None

    def leave_note(self) -> None:
        """Write down who it is; a folder that takes no note is no obstacle."""
        import getpass
        import socket
        from datetime import datetime

        with contextlib.suppress(OSError, KeyError):
            words = {
                "who": getpass.getuser(),
                "laptop": socket.gethostname(),
                "since": datetime.now().strftime("%H:%M"),
            }
            self._has_note = True
            _note(self._path).write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")

    def release(self) -> None:
        """Let others in, and take the note away, unless it is another's."""
        if self._has_note:
            with contextlib.suppress(OSError):
                _note(self._path).unlink(missing_ok=True)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def named(path: Path) -> str:
    """Return "who, laptop, since" as the note says, or an empty text."""
    try:
        words = json.loads(_note(path).read_text(encoding="utf-8"))
        return f"{words['who']}, {words['laptop']}, {words['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _note(path: Path) -> Path:
    return path.with_name(f".{path.name}.offen")


def _locked(note: Path) -> int | None:
    """Return the note opened and locked, None where a system or a folder has no such locks."""
    if sys.platform == "win32":
        return None
    import fcntl

    try:
        opened = os.open(note, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:
        return None
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as fault:
        os.close(opened)
        if isinstance(fault, BlockingIOError):
            raise
        return None
    return opened
