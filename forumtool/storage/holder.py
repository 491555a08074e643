"""A note beside an open file that says who holds it.

The database's own lock decides whether a file is open elsewhere; the note only lets the sentence name the laptop.
A note left behind by a killed program is harmless: nobody asks it unless the lock is held.
"""

import contextlib
import json
from pathlib import Path


def _note(path: Path) -> Path:
    return path.with_name(f".{path.name}.offen")


def leave(path: Path) -> None:
    """Write the note; a folder that takes none is no obstacle."""
    import getpass
    import socket
    from datetime import datetime

    with contextlib.suppress(OSError, KeyError):
        words = {"who": getpass.getuser(), "laptop": socket.gethostname(), "since": datetime.now().strftime("%H:%M")}
        _note(path).write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")


def remove(path: Path) -> None:
    """Take the note away."""
    with contextlib.suppress(OSError):
        _note(path).unlink(missing_ok=True)


def named(path: Path) -> str:
    """Return "who, laptop, since" as the note says, or an empty text."""
    try:
        words = json.loads(_note(path).read_text(encoding="utf-8"))
        return f"{words['who']}, {words['laptop']}, {words['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
