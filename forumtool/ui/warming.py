"""Loading in the background what the first step needs, after the window can be used."""

import threading
from importlib import import_module

_MODULES = ("forumtool.storage.writer", "forumtool.storage.undo")
_threads: list[threading.Thread] = []


def warm() -> None:
    """Import the writing half on a thread, once; a step that comes sooner waits for it by itself."""
    if not _threads:
        thread = threading.Thread(target=_load, name="warming", daemon=True)
        _threads.append(thread)
        thread.start()


def loading() -> bool:
    """Tell whether the writing half is not loaded yet."""
    return not _threads or _threads[0].is_alive()


def _load() -> None:
    for name in _MODULES:
        import_module(name)
    from sqlalchemy.orm import configure_mappers

    configure_mappers()
