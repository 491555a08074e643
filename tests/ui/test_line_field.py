"""The field of one line."""

from forumtool.ui.parts.line_field import LineField


def test_a_text_longer_than_qt_likes_is_not_cut_when_the_field_is_left(qtbot):
    told = []
    long = "Wort " * 8_000 + "Ende"
    field = LineField(long)
    qtbot.addWidget(field)
    field.committed.connect(told.append)
    field.commit()
    assert told == []
    field.setText(f"{long}!")
    field.commit()
    assert told == [f"{long}!"]
