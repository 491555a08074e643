"""How a document speaks of codes, dates and people."""

from collections.abc import Iterable, Sequence

from forumtool.domain.languages import LANGUAGES
from forumtool.domain.names import POLICIES
from forumtool.domain.report import Report, Round
from forumtool.domain.rows import MeasureRow, MinutesRow, NamedRow, OfferRow, ProposalRow, Wording
from forumtool.domain.tally import spread
from forumtool.domain.when import shown
from forumtool.exports.blocks import Spoken
from forumtool.i18n import N_, Catalogue

LOCALES = {"de": "de-DE", "en": "en-GB"}
KINDS = {"way": N_("Weg"), "obstacle": N_("Hemmnis"), "offer": N_("Angebot"), "question": N_("Frage")}
VERDICTS = {
    "adopt": N_("übernehmen"),
    "merge": N_("zusammenführen"),
    "defer": N_("zurückstellen"),
    "reject": N_("ablehnen"),
}
PROGRESS_STATES = {
    "planned": N_("vorgesehen"),
    "running": N_("läuft"),
    "done": N_("umgesetzt"),
    "stopped": N_("eingestellt"),
}
OFFER_STATES = {"exists": N_("besteht"), "extend": N_("ausbauen"), "new": N_("neu")}
ATTENDANCE = {"expected": N_("erwartet"), "present": N_("anwesend"), "excused": N_("entschuldigt")}
MINUTES_STATES = {"draft": N_("Entwurf"), "sent": N_("versandt"), "approved": N_("genehmigt")}
AUDIENCES = {"internal": N_("Intern"), "steering": N_("Steuerungsgruppe"), "public": N_("Öffentlichkeit")}
_FOR = {
    "internal": N_("Nur für den internen Gebrauch"),
    "steering": N_("Für die Steuerungsgruppe"),
    "public": N_("Für die Öffentlichkeit"),
}
WORDINGS = {"edited": N_("Bearbeitete Fassung"), "original": N_("Originalton"), "both": N_("Beide")}
NAMES = dict(
    zip(
        POLICIES,
        (
            N_("Namen wie erfasst; nur für den internen Gebrauch."),
            N_("Personen erscheinen als ihre Organisation; mit Namen nur, wer dem zugestimmt hat."),
            N_("Ohne Namen von Personen und Organisationen, die beigetragen haben."),
        ),
        strict=True,
    )
)


def word(words: dict[str, str], code: str, say: Catalogue) -> str:
    """Return the word for a code; a code that nobody knows is shown as it is."""
    return say(words.get(code, code))


def day(when: str, say: Catalogue) -> str:
    """Return an ISO date, month or interval in words."""
    return shown(when, say.language)


def card_text(row: ProposalRow, say: Catalogue, wording: str = "edited") -> str:
    """Return the wording that counts; a card that is no way says first what it is."""
    return kind_before(row.kind, say) + (row.original_text if wording == "original" else row.text)


def kind_before(kind: str, say: Catalogue) -> str:
    """Return what stands before the text of a card that is no way: what it is, such as "Frage: "."""
    return "" if kind == "way" else f"{word(KINDS, kind, say)}: "


def wording_told(row: ProposalRow, say: Catalogue, wording: str = "edited") -> str:
    """Return the wording that counts and, where both are asked for and differ, the original in a line below it."""
    text = card_text(row, say, wording)
    if wording != "both" or row.text == row.original_text:
        return text
    return "\n".join((text, say("Originalton: „{text}“", text=row.original_text)))


def card_lines(row: ProposalRow, say: Catalogue, wording: str = "edited") -> str:
    """Return the wording that counts and, in lines below it, the original, a second language, what else was said so."""
    lines = [wording_told(row, say, wording)]
    passages = []
    if row.other_text:
        lines.append(f"{word(LANGUAGES, row.other_language, say)}: {row.other_text}")
        end = len("\n".join(lines))
        passages = [(end - len(row.other_text), end, row.other_language)]
    for one in row.wordings:
        told = ", ".join(filter(None, (one.number, one.elsewhere, contributor(one))))
        lines.append(say("Auch so gesagt: „{text}“ ({told})", text=one.text, told=told))
    whole = "\n".join(lines)
    return Spoken(whole, passages) if passages else whole


def joined_told(row: ProposalRow) -> str:
    """Return the number of the card that a card is joined to, with its forum where that is another one."""
    return f"{row.joined_to} ({row.joined_elsewhere})" if row.joined_elsewhere else row.joined_to


def contributor(row: ProposalRow | Wording) -> str:
    """Return who said it: a person with their organisation, an organisation, a group, or nothing."""
    if row.contributor_kind == "person" and row.organisation and row.organisation != row.contributor:
        return f"{row.contributor} ({row.organisation})"
    return row.contributor


def tags(row: ProposalRow) -> str:
    """Return the tags of a card in one line."""
    return ", ".join(tag.title for tag in row.tags)


def names_told(report: Report, say: Catalogue) -> str:
    """Return how the document names people."""
    return word(NAMES, report.names, say)


def audience_told(report: Report, say: Catalogue) -> str:
    """Return for whom the document is; one that names everybody as captured stays inside, whoever it was meant for."""
    return say(_FOR["internal" if report.names == "full" else report.audience])


def left_out(report: Report, say: Catalogue) -> str:
    """Return what the lists do not hold because of their readers, in one line, empty if nothing is left out."""
    found = (
        (report.audience != "internal" or report.names != "full", say("die Liste der Teilnehmenden")),
        (report.names == "anonymous", say("wer etwas beigetragen hat")),
        (not report.notes, say("Notizen")),
        (report.audience == "public", say("Spalten zum Ausfüllen")),
    )
    return ", ".join(told for is_missing, told in found if is_missing)


def version(row: MinutesRow | None, say: Catalogue) -> str:
    """Return version and state of the minutes; minutes that were never sent are the first draft."""
    number, state = (row.version, row.state) if row else (1, "draft")
    told = say("Version {number}, {state}", number=number, state=word(MINUTES_STATES, state, say))
    if row and state == "sent" and row.objections_until:
        return say("{version}, Einwände bis {date}", version=told, date=day(row.objections_until, say))
    since = row.approved_at if row and state == "approved" else ""
    return say("{version} am {date}", version=told, date=day(since[:10], say)) if since else told


def took_part(round_: Round, say: Catalogue) -> str:
    """Return who voted and how many dots were expected and counted."""
    parts = [say.plural("{count} Punkt je Person", "{count} Punkte je Person", round_.dots_per_person)]
    if round_.voters:
        parts.insert(0, say.plural("{count} Person hat abgestimmt", "{count} Personen haben abgestimmt", round_.voters))
        parts.append(say("{expected} Punkte erwartet", expected=round_.expected))
    parts.append(say("{total} Punkte gezählt", total=round_.total))
    if not round_.several_on_one:
        parts.append(say("höchstens ein Punkt je Person auf jedes"))
    return " · ".join(parts)


def steps(round_: Round) -> tuple[str, ...]:
    """Return the names of a scale's steps: their numbers, the first and the last with their words."""
    names = [str(step) for step in range(1, len(round_.points) + 1)]
    for at, word_ in ((0, round_.low), (-1, round_.high)):
        names[at] = f"{names[at]} – {word_}" if word_ else names[at]
    return tuple(names)


def mean_told(round_: Round, say: Catalogue) -> str:
    """Return mean and spread of the points on a scale, empty without points."""
    found = spread(round_.points)
    if found is None:
        return ""
    mean, deviation = (_decimal(value, say) for value in (found.mean, found.deviation))
    return say("Mittel {mean} · Streuung ± {deviation}", mean=mean, deviation=deviation)


def _decimal(number: float, say: Catalogue) -> str:
    return f"{number:.1f}".replace(".", "," if say.language == "de" else ".")


def groups_of(row: MeasureRow, report: Report) -> str:
    """Return the headings of the groups that a measure came from, in one line."""
    cards = (card.cluster_title for card in report.proposals if card.number in row.proposals)
    return ", ".join(dict.fromkeys(filter(None, (row.cluster_title, *cards))))


def offers_told(ties: Iterable[NamedRow], offers: Sequence[OfferRow], say: Catalogue) -> str:
    """Return existing offers with their states in one line."""
    states = {offer.id: word(OFFER_STATES, offer.state, say) for offer in offers}
    return ", ".join(f"{tie.title} ({states[tie.id]})" if tie.id in states else tie.title for tie in ties)
