"""The words of a letter about what became of somebody's contributions."""

from forumtool.domain.letters import Letter, Outcome
from forumtool.i18n import Catalogue


def outcome_told(one: Outcome, say: Catalogue) -> str:
    """Return in words what was decided of a contribution, why, and where it stands in the concept."""
    said = [
        say("Er ist mit {number} zusammengelegt.", number=one.joined_to) if one.joined_to else "",
        _verdict(one, say),
    ]
    if one.reason:
        said.append(say("Begründung: {reason}", reason=_ended(one.reason)))
    return " ".join(filter(None, said))


def _verdict(one: Outcome, say: Catalogue) -> str:
    known = {
        "adopt": say("Der Vorschlag ist übernommen."),
        "merge": say("Der Vorschlag geht in {number} auf.", number=one.merged_with),
        "defer": say("Der Vorschlag ist zurückgestellt."),
        "reject": say("Der Vorschlag ist nicht übernommen."),
    }
    told = known.get(one.verdict, say("Über diesen Vorschlag ist noch nicht entschieden."))
    if one.measure and one.verdict in {"adopt", "merge"}:
        stands = say("Im Konzept steht er als Maßnahme „{measure}“.", measure=one.measure)
        return f"{told} {stands}"
    return told


def greeting(letter: Letter, say: Catalogue) -> str:
    """Return the salutation: by name, which says nothing of a gender, else to everybody."""
    return say("Guten Tag {name},", name=letter.name) if letter.name else say("Sehr geehrte Damen und Herren,")


def thanks(process: str, say: Catalogue) -> str:
    """Return the sentences before the contributions."""
    return say(
        "vielen Dank, dass Sie sich am Prozess „{process}“ beteiligt haben. Die Steuerungsgruppe hat über die "
        "Vorschläge beraten. Was aus Ihren Beiträgen geworden ist, steht hier:",
        process=process,
    )


def closing(say: Catalogue) -> str:
    """Return the sentence behind the contributions."""
    return say("Wenn Sie dazu Fragen haben, melden Sie sich gern bei uns.")


def _ended(text: str) -> str:
    return text if text.rstrip().endswith((".", "!", "?", "…")) else f"{text.rstrip()}."
