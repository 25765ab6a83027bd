"""What may stand in words a person reads: no markup, no links, no hidden structure."""

import re

_MARKS = {
    "<": "Raw HTML and links are not allowed. Write the words; for “<” write “less than”",
    ">": "Raw HTML is not allowed. Write the words; for “>” write “more than”",
    "`": "Code marks (`) are not allowed. Write the words without them",
    "\\": "A backslash (\\) is not allowed. Write the words without it",
    "|": "Tables are not part of the format. Use a list or a figure",
    "*": "A star has no partner. Write **strong** or *term*, closed on the same line",
    "_": "An underscore (_) is not allowed. Write *term* or **strong** with stars",
    "[": "Square brackets are only for citations such as [^MECH-01]. Links are not allowed",
    "]": "Square brackets are only for citations such as [^MECH-01]. Links are not allowed",
    "{": "Curly brackets are only allowed at the end of a heading. Take them out",
    "}": "Curly brackets are only allowed at the end of a heading. Take them out",
    "~~": "Struck-out text (~~) is not allowed. Delete the words instead",
}
# One set of digits in every language. Syringes, labels, clocks and telephones show 0 to 9, and two
# sets on one page invite a dose to be misread. Both are common in Arabic print.
_OTHER_DIGITS = re.compile(r"[٠-٩۰-۹０-９٪٫٬]")
_ENTITY = re.compile(r"&(#\w+|\w+);")
_ADDRESS = re.compile(r"\b(https?:|ftp:|mailto:|www\.)", re.IGNORECASE)
_SPECIAL = re.compile(r"[<>`\\|*_\[\]{}]|~~|&(#\w+|\w+);|://|www\.|mailto:", re.IGNORECASE)
_BREAK = re.compile(r"(?P<word>\S*?)(?P<mark>[.!?؟])[)\"'”’»]*\s+(?P<next>\S)")
_MAY_BREAK = re.compile(r"[.!?؟][)\"'”’»]*\s")
_ABBREVIATIONS = frozenset(
    (
        "dr",
        "dra",
        "mr",
        "mrs",
        "ms",
        "sr",
        "sra",
        "st",
        "vs",
        "no",
        "nos",
        "etc",
        "ej",
        "aprox",
        "núm",
        "máx",
        "mín",
        "ud",
        "uds",
        "ee",
    )
)


def text_fault(text: str) -> str | None:
    """Why these words cannot be shown as they stand, with what to do; None when they can."""
    if _OTHER_DIGITS.search(text):
        return "Write numbers with the digits 0 to 9 in every language, and % for per cent."
    if not _SPECIAL.search(text):
        return None
    if _ADDRESS.search(text) or "://" in text:
        return "A web address is not allowed. Name the source instead."
    for mark, fault in _MARKS.items():
        if mark in text:
            return f"{fault}."
    if _ENTITY.search(text):
        return "A code such as &amp; is not allowed. Type the character itself."
    return None


def mark_rule(fault: str) -> str:
    """The rule, a key of WHYS, that a `text_fault` stands for."""
    return "address" if fault.startswith("A web address") else "mark"


def split_sentences(text: str) -> list[str]:
    """The sentences of a text, cut where one seems to end and another to start."""
    if not _MAY_BREAK.search(text):
        return [text.strip()]
    cuts = [0]
    for found in _BREAK.finditer(text):
        word = found["word"].lower().lstrip("(\"'“‘«¿¡")
        if found["next"].islower() or found["next"].isdigit():
            continue
        initial = word[-1:].isalpha() and len(word.rsplit(".", 1)[-1]) == 1
        if found["mark"] == "." and (initial or word in _ABBREVIATIONS):
            continue
        cuts.append(found.start("next"))
    return [text[low:high].strip() for low, high in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def count_words(text: str) -> int:
    """How many words a reader meets; a lone dash or sign is not a word."""
    return sum(any(mark.isalnum() for mark in word) for word in text.split())
