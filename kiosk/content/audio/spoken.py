"""What a voice reads: a sentence with its numbers and signs as they are said."""

import hashlib
import re
import unicodedata

# Count up when the rules below change, so that no recording is taken for what it does not say.
RULES = 1
_HASH_LETTERS = 32
_UNREAD = re.compile('[“”„«»"*\u00ad]')
_SPACES = re.compile(r"\s+")
_BEFORE_STOP = re.compile(r" +([.,;:!?؟،؛])")
_NUMBER = r"(?<![\w.,])\d{1,3}"
_GROUPS = {
    "en": re.compile(_NUMBER + r"(?:,\d{3})+(?![\d,])"),
    "es": re.compile(_NUMBER + r"(?:[.\u00a0\u202f]\d{3})+(?![\d.]\d)"),
    "ar": re.compile(_NUMBER + r"(?:[,٬]\d{3})+(?![\d,])"),
}
_RANGE = re.compile(r"(?<=\d)\s*[–—]\s*(?=\d)")
_TO = {"en": " to ", "es": " a ", "ar": " إلى "}
_SIGNS = {
    "en": {
        "%": " percent ",
        "&": " and ",
        "+": " plus ",
        "=": " equals ",
        "×": " times ",
        "≥": " at least ",
        "≤": " at most ",
        "°": " degrees ",
        "–": ", ",
        "—": ", ",
    },
    "es": {
        "%": " por ciento ",
        "&": " y ",
        "+": " más ",
        "=": " es igual a ",
        "×": " por ",
        "≥": " al menos ",
        "≤": " como máximo ",
        "°": " grados ",
        "–": ", ",
        "—": ", ",
    },
    "ar": {
        "%": " في المئة ",
        "٪": " في المئة ",
        "&": " و ",
        "+": " زائد ",
        "=": " يساوي ",
        "×": " في ",
        "≥": " على الأقل ",
        "≤": " على الأكثر ",
        "°": " درجة ",
        "–": "، ",
        "—": "، ",
    },
}
_UNITS = {
    "en": {"mg": "milligrams", "kg": "kilograms", "ml": "millilitres", "mL": "millilitres"},
    "es": {"mg": "miligramos", "kg": "kilogramos", "ml": "mililitros", "mL": "mililitros"},
    "ar": {},
}
_UNIT = re.compile(r"(?<=\d)\s*(mg|kg|ml|mL)\b")
# “cumin (KYOO-min)” shows a reader how a word is said; a voice has just said it.
_SOUND = r"(?=[A-Za-z-]*[A-Z]{2})(?=[A-Za-z-]*[a-z])[A-Za-z]+(?:-[A-Za-z]+)+"
_RESPELLED = re.compile(rf" \({_SOUND}\)|, {_SOUND}(?=\))")
# What the made voices take for a word or a Roman number. A dotted A is a letter, a lone one is not.
_SPELLED = {
    "en": {"AVM": "A.V.M.", "ECT": "E C T", "IM": "I M", "IV": "I V", "MAOI": "M.A.O.I."},
    "es": {"ADHD": "A D H D", "ECT": "E C T", "MAV": "M A V", "TDAH": "T D A H"},
    "ar": {"AVM": "A.V.M.", "ECT": "E C T", "MAOI": "M.A.O.I."},
}
_CAPITALS = re.compile(r"\b[A-Z]{2,4}\b")
# The code of a receipt, in groups of five.
_CODE = re.compile(r"\b[A-Z2-7]{5}(?:-[A-Z2-7]{5})+\b")
# A receipt number as the page names it: letters and digits one by one.
_SINGLES = re.compile(r"\b[A-Z\d](?: [A-Z\d]){4,}\b")


def spoken(text: str, language: str) -> str:
    """The words a voice is given; digits stay digits, for each voice says them in its language.

    In a language without rules of its own only spaces, quotes and digit shapes are made equal.
    """
    base = language.partition("-")[0]
    words = _digits(_UNREAD.sub("", unicodedata.normalize("NFC", text)).replace("’", "'"))
    words = _SINGLES.sub(_after_each_a, _CODE.sub(_grouped, words))
    if base == "en":
        words = _RESPELLED.sub("", words)
    if base in _SIGNS:
        letters = _SPELLED[base]
        words = _CAPITALS.sub(lambda found: letters.get(found[0], found[0]), words)
        words = _GROUPS[base].sub(_without_marks, words)
        words = _RANGE.sub(_TO[base], words)
        units = _UNITS[base]
        words = _UNIT.sub(lambda found: f" {units.get(found[1], found[1])}", words)
        words = "".join(_SIGNS[base].get(mark, mark) for mark in words)
    return _BEFORE_STOP.sub(r"\1", _SPACES.sub(" ", words)).strip()


def sentence_hash(text: str, language: str) -> str:
    """32 hex digits that name the recording of a sentence: the same words, the same name."""
    said = f"anteroom spoken {RULES}\n{language}\n{spoken(text, language)}"
    return hashlib.sha256(said.encode("utf-8")).hexdigest()[:_HASH_LETTERS]


def _digits(text: str) -> str:
    """Every decimal digit as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(mark)) if mark.isdecimal() else mark for mark in text)


def _grouped(found: re.Match[str]) -> str:
    """Letter by letter, with a pause after each group."""
    return ", ".join(" ".join(group) for group in found[0].split("-"))


def _after_each_a(found: re.Match[str]) -> str:
    """A lone A is taken for a word; before a pause it is a letter."""
    return found[0].replace("A ", "A, ")


def _without_marks(found: re.Match[str]) -> str:
    return "".join(mark for mark in found[0] if mark.isdecimal())
