"""Papers for people whose names are short, long, without end, and of many scripts."""

from forumtool.domain.rows import ForumRow, ParticipantRow
from forumtool.exports import attendance_list, name_badges, table_signs
from forumtool.exports.papers import Paper
from forumtool.i18n import catalogue

SAY = catalogue("de")
FORUM = ForumRow("f", "expert", "Fachforum 3", None, "2016-05-12", "Nadelfabrik", "", "", "", "", "")
LONG = "Karl-Theodor Maria Nikolaus Johann Jacob Philipp Franz Joseph Sylvester Buhl-Freih"
NAMES = (
    "Fatma Yılmaz",
    LONG,
    "W" * 80,
    "محمد عبد الرحمن الأحمد",
    "שרה כהן-לוי",
    "李小龙",
    "Olena Шевченко",
    "",
    "Bo Li",
)


def person(name: str = "", organisation: str = "AWO", group: int = 0, **fields: str) -> ParticipantRow:
    return ParticipantRow(
        name or organisation, name, organisation, fields.get("function", ""), fields.get("email", "x@awo.de"),
        "vertraulich", None, "", False, "a", "present", "", drawn_group=group,
    )  # fmt: skip


PEOPLE = [person(name, "Caritasverband Aachen-Stadt und -Land e. V.", at % 3 + 1) for at, name in enumerate(NAMES)]
PAPERS: dict[str, Paper] = {
    "list": attendance_list.compose(FORUM, "Integrationskonzept", PEOPLE, SAY),
    "badges": name_badges.badges(FORUM, PEOPLE, SAY),
    "others": name_badges.badges(FORUM, PEOPLE, SAY, sheet="85x54-8", cut=False, group_word="Tisch"),
    "tents": name_badges.tents(FORUM, PEOPLE, SAY),
    "signs": table_signs.signs(FORUM, PEOPLE, SAY),
}
