"""The languages Anteroom knows, and two invented ones for finding layout faults."""

from dataclasses import dataclass
from typing import Literal

from kiosk.domain.errors import BadInputError

Direction = Literal["ltr", "rtl"]


class UnknownLanguageError(BadInputError):
    """A language tag that Anteroom has no entry for."""


@dataclass(frozen=True, slots=True)
class Locale:
    """One language: BCP 47 tag, its name in itself, and the way it is read."""

    tag: str
    name: str
    direction: Direction = "ltr"
    pseudo: bool = False

    @property
    def content_tag(self) -> str:
        """Return the language of the content to show; invented languages show English."""
        return SOURCE_TAG if self.pseudo else self.tag


SOURCE_TAG = "en"
LOCALES = (
    Locale("en", "English"),
    Locale("es", "Español"),
    Locale("ar", "العربية", "rtl"),
)
# The tags that other systems use for the same purpose: long accented text, mirrored text.
PSEUDO_LOCALES = (
    Locale("en-XA", "[Ĺöñĝ]", "ltr", pseudo=True),
    Locale("ar-XB", "[Mirrored]", "rtl", pseudo=True),
)
TAGS = tuple(locale.tag for locale in LOCALES)
PSEUDO_TAGS = tuple(locale.tag for locale in PSEUDO_LOCALES)


def locale_for(tag: str) -> Locale:
    """Return the locale of a tag, or of its language alone; raises UnknownLanguageError."""
    known = {locale.tag.lower(): locale for locale in LOCALES + PSEUDO_LOCALES}
    wanted = tag.replace("_", "-").lower()
    found = known.get(wanted) or known.get(wanted.split("-")[0])
    if found is None:
        raise UnknownLanguageError(
            f"language {tag!r} is not one Anteroom speaks; choose one of "
            + ", ".join(TAGS + PSEUDO_TAGS)
        )
    return found
