"""What all tables share: a key that is unique across laptops and the mark of deletion."""

import re
from typing import Any

from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from forumtool.domain.identity import new_id


class Recorded(SQLModel):
    """A row whose every change is a recorded step.

    ``deleted`` is a mark: what is deleted here and used elsewhere can come back, by undo or by a merge.
    """

    id: str = Field(default_factory=new_id, primary_key=True)
    deleted: bool = False

    @declared_attr.directive
    @classmethod
    def __tablename__(cls) -> str:
        """Name the table as the class, in snake case."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


def points_to(table: str) -> Any:
    """Return a field for the key of a row in another table, or nothing."""
    return Field(default=None, foreign_key=f"{table}.id", index=True)
