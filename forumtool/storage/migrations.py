"""Numbered changes of the file format. A file is at version n when the migrations 2 … n have run on it.

To change the format: change the models, append a list of statements under the next number, and nothing else.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlcipher3 import dbapi2

MIGRATIONS: Mapping[int, Sequence[str]] = {}
FIRST_VERSION = 1


def newest_version(migrations: Mapping[int, Sequence[str]]) -> int:
    """Return the version that these migrations lead to."""
    return max(migrations, default=FIRST_VERSION)


def version_of(connection: dbapi2.Connection) -> int:
    """Return the version of an open file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def copy_before(path: Path, version: int) -> Path:
    """Copy a closed file beside itself and return the copy; a copy made before is kept."""
    import shutil
    from datetime import date

    copy = path.with_name(f"{path.stem} (Version {version}, {date.today().isoformat()}){path.suffix}")
    number = 2
    while copy.exists():
        copy = copy.with_name(f"{path.stem} (Version {version}, {date.today().isoformat()}, {number}){path.suffix}")
        number += 1
    shutil.copy2(path, copy)
    return copy


def migrate(connection: dbapi2.Connection, migrations: Mapping[int, Sequence[str]]) -> None:
    """Run the missing migrations, all in one transaction or none."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for version in range(version_of(connection) + 1, newest_version(migrations) + 1):
            for statement in migrations[version]:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version:d}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
