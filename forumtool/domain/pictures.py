"""The size of a picture from the first bytes of its file: PNG (ISO 15948, 11.2.2) and JPEG (ITU-T T.81, B.2.2)."""

_PNG, _JPEG, _MARKER = b"\x89PNG\r\n\x1a\n", b"\xff\xd8", 0xFF
_HEAD = 24  # bytes of a PNG up to its height
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def size_of(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels, or None if this is no such picture."""
    if data.startswith(_PNG) and len(data) >= _HEAD:
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    return _size_of_jpeg(data) if data.startswith(_JPEG) else None


def _size_of_jpeg(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == _MARKER:
        if data[at + 1] in _FRAMES:
            return int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return None
