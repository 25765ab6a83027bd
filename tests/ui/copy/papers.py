"""Copies to print."""

from kiosk.domain.copy import CHOICE, ITEM, LABEL, LETTERS, NOTE, NUMBER, TITLE, VALUE, CopyPaper

CODE = "ANTEROOM:1:" + "6EUQFKT3FXEKXJ5QNVBOMFPET4DZZWGP4J6OBNFJVNUFHZABG2" * 12 + ":"
BESIDE = ("Is this copy genuine?", "Anyone can check it on any computer.", "Check code: AAAAA")


def paper(questions: int = 2, language: str = "en") -> CopyPaper:
    """Return a copy with so many questions."""
    asked = (
        (ITEM, f"What about question {number}, and will it last?") for number in range(questions)
    )
    return CopyPaper(
        (
            (TITLE, "Your copy"),
            (NOTE, "This paper is not consent to treatment. It shows what you chose."),
            (LABEL, "Your receipt number"),
            (NUMBER, "79J7-QK4J"),
            (LABEL, "You chose"),
            (CHOICE, "I have questions first"),
            (LABEL, "What you want to ask"),
            *asked,
            (LABEL, "What you read, and when"),
            (VALUE, "A Draft: you pressed “I went through this” on 2026-11-21."),
            (LABEL, "Letters of this copy"),
            (LETTERS, "ACDE-FGHJ-KMNP-QRTV-WXY3"),
        ),
        language,
        CODE,
        BESIDE,
    )
