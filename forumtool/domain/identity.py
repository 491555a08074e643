"""Keys of rows and clocks of steps: unique without a network, sorted by time."""

import time

_RANDOM_BITS = 74
_STEP_BITS = 32
_LAST_COUNT = 0xFFFF


class _LastId:
    milliseconds = 0
    random = 0


def new_id() -> str:
    """Return a UUID of version 7 as text: 48 bits of Unix milliseconds, then randomness (RFC 9562, section 5.7).

    Keys of one run are in the order of their making also within a millisecond (section 6.2, method 2): a list that is
    read at once keeps its order.
    """
    import secrets

    milliseconds, random = time.time_ns() // 1_000_000, secrets.randbits(_RANDOM_BITS)
    if milliseconds <= _LastId.milliseconds:
        milliseconds, random = _LastId.milliseconds, _LastId.random + 1 + secrets.randbits(_STEP_BITS)
        if random >> _RANDOM_BITS:
            milliseconds, random = milliseconds + 1, secrets.randbits(_RANDOM_BITS)
    _LastId.milliseconds, _LastId.random = milliseconds, random
    value = (milliseconds & (2**48 - 1)) << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | random & (2**62 - 1)
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def ids_from(milliseconds: int) -> None:
    """Make new keys sort behind that time, whatever the laptop's clock says: a file's newest card stays the newest."""
    if milliseconds >= _LastId.milliseconds:
        _LastId.milliseconds, _LastId.random = milliseconds + 1, 0


def fixed_id(*words: str) -> str:
    """Return a key that depends on the words only, so that rows of a shipped example are the same on every laptop."""
    import uuid

    return str(uuid.uuid5(uuid.NAMESPACE_URL, "forumtool:" + "/".join(words)))


class HybridClock:
    """Hybrid logical clock (Kulkarni et al. 2014): never runs backwards, whatever the laptop's clock does.

    A reading is text that sorts by time: 12 hexadecimal digits of Unix milliseconds, 4 of a counter, a dash and the
    laptop's key.
    """

    def __init__(self, laptop: str, last: str = "") -> None:
        self._laptop = laptop
        self._milliseconds, self._counter = (int(last[:12], 16), int(last[12:16], 16)) if last else (0, 0)

    def tick(self) -> str:
        """Return a reading later than every reading before."""
        now = time.time_ns() // 1_000_000
        if now > self._milliseconds:
            self._milliseconds, self._counter = now, 0
        elif self._counter < _LAST_COUNT:
            self._counter += 1
        else:
            self._milliseconds, self._counter = self._milliseconds + 1, 0
        return f"{self._milliseconds:012x}{self._counter:04x}-{self._laptop}"


def milliseconds_of(reading: str) -> int:
    """Return the Unix milliseconds of a clock's reading."""
    return int(reading[:12], 16)
