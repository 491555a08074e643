"""Loading behind the first minute what the first step needs: on a thread, as it knows no Qt."""

import gc
import threading
from importlib import import_module

_WRITING = ("forumtool.storage.writer", "forumtool.storage.undo")
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


def wait() -> None:
    """Return when the thread has ended, so that the program does not end beneath it."""
    for thread in _threads:
        thread.join()


def _load() -> None:
    for name in _WRITING:
        import_module(name)
    from sqlalchemy.orm import configure_mappers

    configure_mappers()
    # What has been loaded stays: each round of the garbage collector over it would cost 50 ms while somebody types.
    gc.freeze()
