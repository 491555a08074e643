"""Where the program's resources lie, in a checkout and after an installation, and where it keeps its own settings."""

import os
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def resources() -> Path:
    """Return the folder ``resources``: inside the installed package, else beside it in the checkout."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of one resource, for example ``resource("aachen", "process.toml")``."""
    return resources().joinpath(*parts)


def settings_folder() -> Path:
    """Return the folder of this user's own settings; ``FORUMTOOL_HOME`` puts it elsewhere. It may not exist yet."""
    home = os.environ.get("FORUMTOOL_HOME")
    if home:
        return Path(home)
    from platformdirs import user_config_path

    return user_config_path("forumtool", appauthor=False)


def documents_folder() -> Path:
    """Return the folder in which people expect their documents; ``FORUMTOOL_HOME`` puts it elsewhere."""
    home = os.environ.get("FORUMTOOL_HOME")
    if home:
        return Path(home)
    from platformdirs import user_documents_path

    return user_documents_path()
