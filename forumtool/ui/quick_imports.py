"""Keeping PySide6 from reading the source of every module that is imported.

PySide6 6.11 asks of each imported module whether its source text mentions PySide6 (for ``from __feature__ import``,
which this program does not use) and thereby reads every line of SQLAlchemy and Pydantic into memory: 100 ms and 22 MiB
while SQLModel is loaded. The question is answered here without looking.
"""

import sys


def install() -> None:
    """Answer PySide6's question with no. Where a later PySide6 has no such question, nothing happens."""
    asking = sys.modules.get("shibokensupport.feature")
    if hasattr(asking, "_mod_uses_pyside"):
        asking._mod_uses_pyside = _never  # type: ignore[union-attr]


def _never(_module: object) -> bool:
    return False
