"""Numbered changes of the file format. A file is at version n when the migrations 2 … n have run on it.

To change the format: change the models, append a list of statements under the next number, and nothing else.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlcipher3 import dbapi2

FIRST_VERSION = 1
_REFUSALS = (
    "CREATE TABLE refusal (id VARCHAR NOT NULL PRIMARY KEY, deleted BOOLEAN NOT NULL,"
    " proposal_id VARCHAR REFERENCES proposal (id), other_id VARCHAR REFERENCES proposal (id))",
    "CREATE INDEX ix_refusal_proposal_id ON refusal (proposal_id)",
    "CREATE INDEX ix_refusal_other_id ON refusal (other_id)",
)
MIGRATIONS: Mapping[int, Sequence[str]] = {
    2: (
        "ALTER TABLE attendance ADD COLUMN drawn_group INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE proposal ADD COLUMN other_text VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE proposal ADD COLUMN other_language VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE proposal ADD COLUMN joined_to_id VARCHAR REFERENCES proposal (id)",
        "ALTER TABLE proposal ADD COLUMN split_from_id VARCHAR REFERENCES proposal (id)",
        "ALTER TABLE proposal ADD COLUMN confirmed_at VARCHAR NOT NULL DEFAULT ''",
        "CREATE INDEX ix_proposal_joined_to_id ON proposal (joined_to_id)",
        "CREATE INDEX ix_proposal_split_from_id ON proposal (split_from_id)",
        "ALTER TABLE dot_round ADD COLUMN kind VARCHAR NOT NULL DEFAULT 'dots'",
        "ALTER TABLE dot_round ADD COLUMN steps INTEGER NOT NULL DEFAULT 5",
        "ALTER TABLE dot_round ADD COLUMN low VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE dot_round ADD COLUMN high VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE dot_round ADD COLUMN cluster_id VARCHAR REFERENCES cluster (id)",
        "CREATE INDEX ix_dot_round_cluster_id ON dot_round (cluster_id)",
        "ALTER TABLE constituency ADD COLUMN colour INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE dot_count ADD COLUMN scale_step INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE measure ADD COLUMN confirmed_at VARCHAR NOT NULL DEFAULT ''",
        "CREATE TABLE measure_obstacle (id VARCHAR NOT NULL PRIMARY KEY, deleted BOOLEAN NOT NULL,"
        " measure_id VARCHAR REFERENCES measure (id), obstacle_id VARCHAR REFERENCES obstacle (id))",
        "CREATE INDEX ix_measure_obstacle_measure_id ON measure_obstacle (measure_id)",
        "CREATE INDEX ix_measure_obstacle_obstacle_id ON measure_obstacle (obstacle_id)",
        "CREATE TABLE measure_offer (id VARCHAR NOT NULL PRIMARY KEY, deleted BOOLEAN NOT NULL,"
        " measure_id VARCHAR REFERENCES measure (id), existing_offer_id VARCHAR REFERENCES existing_offer (id))",
        "CREATE INDEX ix_measure_offer_measure_id ON measure_offer (measure_id)",
        "CREATE INDEX ix_measure_offer_existing_offer_id ON measure_offer (existing_offer_id)",
        "CREATE TABLE board_photo (id VARCHAR NOT NULL PRIMARY KEY, deleted BOOLEAN NOT NULL,"
        " forum_id VARCHAR REFERENCES forum (id), goal_id VARCHAR REFERENCES goal (id), caption VARCHAR NOT NULL,"
        " content VARCHAR NOT NULL, media_type VARCHAR NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,"
        " position VARCHAR NOT NULL)",
        "CREATE INDEX ix_board_photo_forum_id ON board_photo (forum_id)",
        "CREATE INDEX ix_board_photo_goal_id ON board_photo (goal_id)",
        "CREATE TABLE content (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL)",
    ),
    3: (
        *_REFUSALS,
        "ALTER TABLE process ADD COLUMN adopted_on VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE process ADD COLUMN logo VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE process ADD COLUMN logo_media_type VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE forum ADD COLUMN feedback VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE forum ADD COLUMN distribution VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE minutes ADD COLUMN approved_at VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE minutes ADD COLUMN content VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE minutes ADD COLUMN audience VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE minutes ADD COLUMN wording VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE minutes ADD COLUMN language VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE minutes ADD COLUMN sections VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE measure ADD COLUMN cost VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE decision ADD COLUMN measure_number VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE decision ADD COLUMN action_field_id VARCHAR REFERENCES action_field (id)",
        "CREATE INDEX ix_decision_action_field_id ON decision (action_field_id)",
        "CREATE TABLE measure_progress (id VARCHAR NOT NULL PRIMARY KEY, deleted BOOLEAN NOT NULL,"
        ' measure_id VARCHAR REFERENCES measure (id), "on" VARCHAR NOT NULL, state VARCHAR NOT NULL,'
        " percent INTEGER NOT NULL, note VARCHAR NOT NULL)",
        "CREATE INDEX ix_measure_progress_measure_id ON measure_progress (measure_id)",
        "CREATE TABLE document_template (id VARCHAR NOT NULL PRIMARY KEY, deleted BOOLEAN NOT NULL,"
        " title VARCHAR NOT NULL, content VARCHAR NOT NULL, mapping VARCHAR NOT NULL, is_chosen BOOLEAN NOT NULL,"
        " position VARCHAR NOT NULL)",
    ),
}


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
