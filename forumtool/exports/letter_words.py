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


def subject(say: Catalogue) -> str:
    """Return what a letter is about."""
    return say("Rückmeldung zu Ihren Beiträgen")


def merging(main: str, listed: str, say: Catalogue) -> str:
    """Return how to make letters of the main document and its list of these names."""
    return say(
        "So wird aus dem Serienbrief für jede Person ein Brief\n\n"
        "1. „{listed}“ in Word öffnen, Straße und Ort eintragen, speichern und schließen. Die erste Zeile der Tabelle "
        "bleibt, wie sie ist.\n"
        "2. „{main}“ in Word öffnen. Sendungen, Empfänger auswählen, Vorhandene Liste verwenden: "
        "„{listed}“ wählen.\n"
        "3. Vorschau Ergebnisse zeigt jeden Brief. Fertig stellen und zusammenführen, Einzelne Dokumente bearbeiten: "
        "Alle.\n\n"
        "Wird „{main}“ danach gespeichert, fragt Word beim nächsten Öffnen, ob es einen SQL-Befehl ausführen "
        "darf: Ja holt die Liste wieder.\n"
        "In LibreOffice: Extras, Serienbrief-Assistent; dort die Liste als Adressliste hinzufügen.\n"
        "Die Briefe enthalten Namen: nur an die weitergeben, an die sie gehen.\n",
        main=main,
        listed=listed,
    )
