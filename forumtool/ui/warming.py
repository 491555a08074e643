"""Loading in the background what the first step and the icons need, after the window can be used."""

import threading
from importlib import import_module

_MODULES = ("forumtool.storage.writer", "forumtool.storage.undo")
_LATER = ("qtawesome",)
_threads: list[threading.Thread] = []
_ready = threading.Event()


def warm() -> None:
    """Import the writing half on a thread, once; a step that comes sooner waits for it by itself."""
    if not _threads:
        thread = threading.Thread(target=_load, name="warming", daemon=True)
        _threads.append(thread)
        thread.start()


def loading() -> bool:
    """Tell whether the writing half is not loaded yet."""
    return not _ready.is_set()


def finished() -> bool:
    """Tell whether everything is loaded."""
    return bool(_threads) and not _threads[0].is_alive()


def _load() -> None:
    try:
        _load_all()
    finally:
        _ready.set()  # what failed here is told by the step that needs it


def _load_all() -> None:
    for name in _MODULES:
        import_module(name)
    from sqlalchemy.orm import configure_mappers

    configure_mappers()
    _ready.set()
    for name in _LATER:
        import_module(name)
