"""Screens that come and go for real: an X server of one's own with a window manager, and monitors set by xrandr.

``python -m tests.ui.room_screens watch`` is the eye beside it: it looks at the laptop's screen until its input ends and
says which part of it was black at most.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

NEEDED = ("Xvfb", "xrandr", "openbox", "xdotool")
WIDE, HIGH = 1280, 800
LAPTOP, BEAMER = f"{WIDE}/300x{HIGH}/200+0+0", f"{WIDE}/300x{HIGH}/200+{WIDE}+0"
MANAGER = "WINDOW_MANAGER_PID"
SMALL_BEAMER = f"1024/300x768/200+{WIDE}+0"
_PROBE = "from PySide6.QtGui import QGuiApplication; print(len(QGuiApplication([]).screens()))"


def missing() -> str:
    """Return what this machine lacks, or an empty text."""
    if not sys.platform.startswith("linux"):
        return "an X server is started on Linux only"
    return ", ".join(name for name in NEEDED if shutil.which(name) is None)


@contextmanager
def x_server() -> Iterator[dict[str, str]]:
    """Run an X server with one monitor, the laptop's, and a window manager; yield the environment to use them."""
    reading, writing = os.pipe()
    options = ["-screen", "0", f"{2 * WIDE}x{HIGH}x24", "+extension", "RANDR", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *options],
        pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            environment = {**os.environ, "DISPLAY": f":{told.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        environment.pop("WAYLAND_DISPLAY", None)
        set_monitor("Laptop", LAPTOP, environment, output=_output(environment))
        manager = subprocess.Popen(
            ["openbox", "--sm-disable"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            yield {**environment, MANAGER: str(manager.pid)}
        finally:
            manager.terminate()
            manager.wait()
    finally:
        server.terminate()
        server.wait()


def qt_sees(environment: dict[str, str]) -> str:
    """Return why Qt cannot draw on that server, or an empty text."""
    done = subprocess.run(
        [sys.executable, "-c", _PROBE], env=environment, capture_output=True, text=True, check=False
    )  # fmt: skip
    return "" if done.returncode == 0 else done.stderr.strip().splitlines()[0]


def set_monitor(name: str, where: str, environment: dict[str, str] | None = None, *, output: str = "none") -> None:
    """Plug a monitor in."""
    subprocess.run(["xrandr", "--setmonitor", name, where, output], env=environment, check=True)


def pull(name: str) -> None:
    """Pull a monitor's cable."""
    subprocess.run(["xrandr", "--delmonitor", name], check=True)


@contextmanager
def sleeping_manager() -> Iterator[None]:
    """The window manager does nothing meanwhile, and all that it has missed afterwards: as on a busy laptop."""
    manager = int(os.environ[MANAGER])
    os.kill(manager, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(manager, signal.SIGCONT)


def _output(environment: dict[str, str]) -> str:
    told = subprocess.run(["xrandr"], env=environment, capture_output=True, text=True, check=True).stdout
    return next(line.split()[0] for line in told.splitlines() if " connected" in line)


def watch() -> None:
    """Look at the laptop's screen again and again; at the end of the input say how much of it was black at most."""
    from PySide6.QtCore import QSocketNotifier, QTimer
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication([])
    most = 0.0

    def look() -> None:
        nonlocal most
        picture = app.primaryScreen().grabWindow(0, 0, 0, WIDE, HIGH).toImage()
        spots = [(x, y) for x in range(20, WIDE, 80) for y in range(20, HIGH, 80)]
        most = max(most, sum(picture.pixelColor(x, y).lightness() == 0 for x, y in spots) / len(spots))

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(5)
    end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    end.activated.connect(app.quit)
    print("looking", flush=True)
    app.exec()
    print(most)


if __name__ == "__main__":
    watch()
