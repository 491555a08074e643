"""Languages of wordings: ISO 639 codes with their names, and what the letters of a text tell about its language."""

from unicodedata import bidirectional

from forumtool.i18n import N_

GERMAN = "de"
LANGUAGES = {
    "ar": N_("Arabisch"), "fa": N_("Persisch"), "tr": N_("Türkisch"), "uk": N_("Ukrainisch"), "ru": N_("Russisch"),
    "en": N_("Englisch"), "fr": N_("Französisch"), "es": N_("Spanisch"), "pl": N_("Polnisch"), "ro": N_("Rumänisch"),
    "bg": N_("Bulgarisch"), "sq": N_("Albanisch"), "sr": N_("Serbisch"), "bs": N_("Bosnisch"), "hr": N_("Kroatisch"),
    "el": N_("Griechisch"), "it": N_("Italienisch"), "pt": N_("Portugiesisch"), "ku": N_("Kurdisch"),
    "prs": N_("Dari"), "ps": N_("Paschtu"), "ur": N_("Urdu"), "he": N_("Hebräisch"), "ti": N_("Tigrinisch"),
    "am": N_("Amharisch"), "so": N_("Somali"), "hi": N_("Hindi"), "ta": N_("Tamil"), "vi": N_("Vietnamesisch"),
    "zh": N_("Chinesisch"), "ka": N_("Georgisch"), "hy": N_("Armenisch"), GERMAN: N_("Deutsch"),
}  # fmt: skip
"""In the order in which a list offers them."""

_LATIN = "en"
# Blocks of Unicode with the languages written in them: letters that only one has, the usual one, further ones.
_SCRIPTS: tuple[tuple[str, str, tuple[tuple[str, str], ...], str, tuple[str, ...]], ...] = (
    ("\u0600", "\u06ff", (("ټډړښږځڅ", "ps"), ("ٹڈڑںے", "ur"), ("ڕڵێۆە", "ku"), ("پچژگ", "fa")), "ar", ("prs",)),
    ("\u0400", "\u04ff", (("іїєґ", "uk"), ("ђћџљњј", "sr")), "ru", ("bg",)),
    ("\u0590", "\u05ff", (), "he", ()),
    ("\u0370", "\u03ff", (), "el", ()),
    ("\u1200", "\u139f", (), "ti", ("am",)),
    ("\u0900", "\u097f", (), "hi", ()),
    ("\u0b80", "\u0bff", (), "ta", ()),
    ("\u10a0", "\u10ff", (), "ka", ()),
    ("\u0530", "\u058f", (), "hy", ()),
    ("\u4e00", "\u9fff", (), "zh", ()),
)
SCRIPTS = tuple((first, last) for first, last, *_told in _SCRIPTS)
"""The first and the last letter of each script but Latin whose languages are told apart."""


def told_by_letters(text: str) -> str:
    """Return the code of the language that the first letters of another script point to, empty for Latin letters."""
    for sign in text:
        if sign.isalpha():
            script = next((script for script in _SCRIPTS if script[0] <= sign <= script[1]), None)
            if script is None:
                return ""
            lowered = text.casefold()
            return next((code for own, code in script[2] if any(letter in lowered for letter in own)), script[3])
    return ""


def likely(text: str, last: str) -> str:
    """Return the language that a text is probably in: the one used last if its letters fit, else what they tell."""
    told = told_by_letters(text)
    scripts = [{usual, *(code for _letters, code in own), *others} for _a, _z, own, usual, others in _SCRIPTS]
    if told:
        return last if any({told, last} <= script for script in scripts) else told
    return last if last and not any(last in script for script in scripts) else _LATIN


def is_latin(code: str) -> bool:
    """Tell whether a language is written in Latin letters, as far as is known here."""
    return not any(
        code in {usual, *others, *(told for _letters, told in own)} for _a, _z, own, usual, others in _SCRIPTS
    )


def starts_right_to_left(text: str) -> bool:
    """Tell whether the first letter with a direction belongs to a script that is written from right to left."""
    if text.isascii():
        return False
    return next((kind for kind in map(bidirectional, text) if kind in {"L", "R", "AL"}), "L") != "L"
