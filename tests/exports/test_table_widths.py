"""Widths of columns: the whole is filled, and a word breaks only where there is no room for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumtool.exports.blocks import Column, Table
from forumtool.exports.table_widths import widths

COLUMNS = st.lists(
    st.builds(Column, st.text(max_size=40), st.sampled_from([0, 1.2, 2.4, 5.0]), st.booleans()), min_size=1, max_size=9
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(COLUMNS)
    row = st.tuples(*(st.text(max_size=60) for _column in columns))
    return Table(tuple(columns), draw(st.lists(row, max_size=5)))


@given(tables(), st.floats(4, 24))
def test_columns_fill_the_whole_and_none_is_lost(table: Table, whole: float) -> None:
    columns = tuple(column._replace(width=min(column.width, whole / 12)) for column in table.columns)
    found = widths(Table(columns, table.rows), whole)
    assert len(found) == len(columns)
    assert sum(found) == pytest.approx(whole)
    assert all(width > 0 for width in found)


def test_heads_and_words_that_would_break_take_room_from_where_there_is_some() -> None:
    phases = ("Vor der Zuwanderung", "Ankommen", "Einleben", "Bleiben", "Zusammenhalt")
    table = Table((Column("Lebensalter"), *(Column(phase, 2.3, right=True) for phase in phases)), [("Jugend",) * 6])
    before, after = [4.5, *[2.3] * 5], widths(table)
    assert after[1] > 2.4 and after[5] > 2.5, "a head of bold letters needs that"
    assert after[0] < before[0] and after[2] <= before[2]


def test_a_long_organisation_stays_whole_and_a_word_without_end_gets_nothing() -> None:
    columns = (Column("Nr.", 1.4), Column("Vorschlag"), Column("Von", 2.8))
    whole = widths(Table(columns, [("A-1", "Sprachcafé", "Wohnungsbaugesellschaft")]))
    assert whole[2] > 4.2
    assert widths(Table(columns, [("A-1", "Sprachcafé", "W" * 300)])) == [1.4, pytest.approx(11.8), 2.8]
