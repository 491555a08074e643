"""The columns in which the steering group decides: one definition for workbook, Word sheet and the reading of both."""

from typing import NamedTuple

from forumtool.i18n import N_

NUMBER = N_("Nr.")
"""The title of the column by which rows are found again."""
STAND = "forumtool-stand"
"""The custom document property that holds the id of the last recorded step at export (ECMA-376 part 1, 22.3)."""


class DecisionColumn(NamedTuple):
    """A column: the field of ``Decision`` it fills, its title, and what it takes.

    ``kind`` is "choice" (a verdict), "proposal" (the number of another one), "text", "date", "count" or "field" (a
    field of action by its number or title).
    """

    key: str
    title: str
    kind: str


DECISION_COLUMNS = (
    DecisionColumn("verdict", N_("Entscheidung"), "choice"),
    DecisionColumn("merged_with", N_("Zusammenführen mit"), "proposal"),
    DecisionColumn("reason", N_("Begründung"), "text"),
    DecisionColumn("responsible", N_("Zuständig"), "text"),
    DecisionColumn("due", N_("Frist"), "date"),
    DecisionColumn("votes_yes", N_("Ja"), "count"),
    DecisionColumn("votes_no", N_("Nein"), "count"),
    DecisionColumn("votes_abstained", N_("Enthaltung"), "count"),
    DecisionColumn("measure_number", N_("Maßnahmen-Nr."), "text"),
    DecisionColumn("action_field", N_("Handlungsfeld"), "field"),
)
