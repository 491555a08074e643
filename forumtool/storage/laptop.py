"""Which laptop this is: a key made once and kept with the user's settings."""

import re

from forumtool.paths import settings_folder

_KEY = re.compile(r"[0-9a-f]{8}")


def laptop_key() -> str:
    """Return eight hexadecimal digits that stay the same for this user on this laptop.

    Where settings cannot be written, they are derived from the computer's name.
    """
    place = settings_folder() / "laptop"
    try:
        key = place.read_text(encoding="ascii").strip()
        if _KEY.fullmatch(key):
            return key
    except (OSError, UnicodeError):
        pass
    import secrets

    key = secrets.token_hex(4)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(key, encoding="ascii")
    except OSError:
        import hashlib
        import socket

        return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:8]
    return key
