"""The clocks of a laptop: one that people set, and one that only goes on.

A timer needs both. The wall clock may be set while it runs, by hand or over a network, but it goes on from one boot to
the next. The steady clock cannot be set, but it starts anew with each boot, which has a name by which that is noticed.

``time.monotonic`` is no steady clock in this sense: on Linux and macOS it stands still while the laptop sleeps, and
the break of the room does not. What counts the sleep is

- on Linux ``CLOCK_BOOTTIME`` (clock_gettime(2): "like CLOCK_MONOTONIC, but also includes any time that the system is
  suspended");
- on macOS ``CLOCK_MONOTONIC_RAW``, which is ``mach_continuous_time`` (clock_gettime(3): it "will continue to increment
  while the system is asleep" and is "unaffected by frequency or time adjustments");
- on Windows ``time.monotonic`` itself: GetTickCount64, from Python 3.13 on QueryPerformanceCounter; both count the time
  "when the machine was in a sleep state".
"""

import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Clocks(NamedTuple):
    """``wall`` are seconds since 1970, ``steady`` seconds since some point of this boot, asleep or not.

    ``boot`` names the boot, or is empty where nothing tells one from the other: then only the wall clock is sure.
    """

    wall: Callable[[], float]
    steady: Callable[[], float]
    boot: Callable[[], str]


def system_clocks() -> Clocks:
    """Return the clocks of this laptop."""
    return Clocks(time.time, _steady, _boot)


def _steady() -> float:
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC_RAW)
    return time.monotonic()


@cache
def _boot() -> str:
    try:
        if sys.platform == "linux":
            return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        if sys.platform == "darwin":
            return _boot_of_macos()
        if sys.platform == "win32":
            return _boot_of_windows()
    except OSError:
        pass
    return ""


def _boot_of_macos() -> str:
    import subprocess

    asked = ["/usr/sbin/sysctl", "-n", "kern.bootsessionuuid"]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603 - no words of others


def _boot_of_windows() -> str:
    """Windows counts its boots for the prefetcher; the number is the only name that a boot has there."""
    if sys.platform != "win32":
        return ""
    import winreg

    place = r"SYSTEM\CurrentControlSet\Control\SESSION MANAGER\Memory Management\PrefetchParameters"
    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
        return str(winreg.QueryValueEx(key, "BootId")[0])
