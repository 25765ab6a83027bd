"""Words about ketamine that say something false once their “not” is lost, in each language.

The English, Spanish and Arabic rules take them in; accents and vowel marks are taken off before.
"""

from kiosk.content.rules.arabic import NO as NO_ARABIC
from kiosk.content.rules.english import NO as NO_ENGLISH
from kiosk.content.rules.rule import Rule, turned
from kiosk.content.rules.spanish import NO as NO_SPANISH

_AT_HOME = "It is not for use at home. Put the “not” back."
_WAKES = "That nobody can wake a person is the sign. Put the “no one” back."
_SURE = "Nobody can tell ahead of time. Put the “not” back."

LOST: dict[str, tuple[Rule, ...]] = {
    "en": (
        turned(r"\bat home\b", rf"{NO_ENGLISH}|\bwarn\w*|\brisk|\brest\b|\badult\b", _AT_HOME),
        turned(
            r"\b(?:wakes?|wake up|woken?) you\b|\byou (?:can )?(?:wake up|be woken)\b",
            rf"{NO_ENGLISH}|\buntil\b|\bwhen\b",
            _WAKES,
        ),
        turned(r"\bsure thing\b|\bsure to\b|\bfor (?:sure|certain)\b", NO_ENGLISH, _SURE),
    ),
    "es": (
        turned(
            r"\ben casa\b",
            rf"{NO_SPANISH}|\badv(?:ierte|irtio|ertencia)\w*|\briesgo|\bdescans",
            _AT_HOME,
        ),
        turned(r"\b(?:despertarl[eoa]|le despiert\w+)", rf"{NO_SPANISH}|\bcuando\b", _WAKES),
        turned(r"\bcerteza\b|\bcosa segura\b|\bes segur[oa] que\b", NO_SPANISH, _SURE),
    ),
    "ar": (
        turned(
            r"(?:في|من) (?:ال)?(?:منزل|بيت)(?:ك)?\b",
            rf"{NO_ARABIC}|تحذر|حذرت|تحذير|خطر",
            _AT_HOME,
        ),
        turned("إيقاظك|يوقظك|إفاقتك", NO_ARABIC, _WAKES),
        turned(r"أمر(?:ا)? (?:مضمون|مؤكد)|على وجه اليقين", NO_ARABIC, _SURE),
    ),
}
