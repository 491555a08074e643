"""Keys of rows and clocks of steps: unique without a network, sorted by time."""

import secrets
import time
import uuid

_RANDOM_BITS = 74


def new_id() -> str:
    """Return a UUID of version 7 as text: 48 bits of Unix milliseconds, then randomness (RFC 9562, section 5.7)."""
    milliseconds = time.time_ns() // 1_000_000
    random = secrets.randbits(_RANDOM_BITS)
    value = (milliseconds & (2**48 - 1)) << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | random & (2**62 - 1)
    return str(uuid.UUID(int=value))


def fixed_id(*words: str) -> str:
    """Return a key that depends on the words only, so that rows of a shipped example are the same on every laptop."""
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
        elif self._counter < 0xFFFF:
            self._counter += 1
        else:
            self._milliseconds, self._counter = self._milliseconds + 1, 0
        return f"{self._milliseconds:012x}{self._counter:04x}-{self._laptop}"


def milliseconds_of(reading: str) -> int:
    """Return the Unix milliseconds of a clock's reading."""
    return int(reading[:12], 16)
