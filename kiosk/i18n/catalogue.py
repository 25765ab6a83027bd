"""The words of the program in one language; the English text in the code is the key."""

import gettext
import hashlib
import struct
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from string import Formatter

from kiosk.domain.errors import AnteroomError
from kiosk.i18n.direction import apart, from_the_left
from kiosk.i18n.locales import Locale, locale_for
from kiosk.i18n.pseudo import PseudoTranslations

DOMAIN = "anteroom"
LOCALE_DIR = Path(__file__).parent / "locale"


class CatalogueError(AnteroomError):
    """A translation file is there but cannot be read."""


class _NamedFields(Formatter):
    """Formats `{name}` only: a translation must not reach attributes or items of a value."""

    def get_field(
        self,
        field_name: str,
        args: object,  # noqa: ARG002  # the signature is the standard library's
        kwargs: Mapping[str, object],
    ) -> tuple[object, str]:
        # The whole text between the braces is the name: a dot or bracket finds nothing.
        return kwargs[field_name], field_name


_FORMATTER = _NamedFields()


class Words:
    """Translates and fills in the program's own sentences."""

    def __init__(self, locale: Locale, translations: gettext.NullTranslations) -> None:
        self.locale = locale
        self._translations = translations

    def t(self, msgid: str, /, **values: object) -> str:
        """Return a sentence in this language with its `{name}` fields filled in."""
        return self._fill(self._translations.gettext(msgid), msgid, values)

    def n(self, singular: str, plural: str, count: int, /, **values: object) -> str:
        """Return the form of a sentence that fits a count; `{count}` is filled in too."""
        source = singular if count == 1 else plural
        text = self._translations.ngettext(singular, plural, count)
        return self._fill(text, source, {"count": count, **values})

    @property
    def unreviewed(self) -> bool:
        """Whether this is a translation that nobody qualified has read."""
        return self._translations.info().get("x-review-state") == "unreviewed"

    def code(self, text: str) -> str:
        """Return a number or code that stands alone, in the order it is read everywhere."""
        return from_the_left(text) if self.locale.direction == "rtl" else text

    def _fill(self, text: str, source: str, values: dict[str, object]) -> str:
        rtl = self.locale.direction == "rtl"
        return _fill(text, source, {key: apart(one, rtl=rtl) for key, one in values.items()})


def words_for(tag: str, *, folder: Path = LOCALE_DIR) -> Words:
    """Return the words of a language; without a translation file they are the English ones.

    Raises UnknownLanguageError for an unknown tag and CatalogueError for a damaged file.
    """
    locale = locale_for(tag)
    if locale.pseudo:
        return Words(locale, PseudoTranslations(locale.direction))
    return Words(locale, _read(_file(locale, folder)))


@lru_cache
def interface_digest(tag: str, *, folder: Path = LOCALE_DIR) -> str:
    """Return the SHA-256 of a language's translation file; empty where the code is the text.

    Raises UnknownLanguageError, and CatalogueError for a file that cannot be read.
    """
    path = _file(locale_for(tag), folder)
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise _unreadable(path, error) from error


def _file(locale: Locale, folder: Path) -> Path:
    return folder / locale.tag / "LC_MESSAGES" / f"{DOMAIN}.mo"


def _read(path: Path) -> gettext.NullTranslations:
    try:
        with path.open("rb") as stream:
            return gettext.GNUTranslations(stream)
    except FileNotFoundError:
        return gettext.NullTranslations()
    except (OSError, ValueError, LookupError, struct.error) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> CatalogueError:
    return CatalogueError(
        f"the translation file {path} cannot be read ({error}). Install Anteroom again."
    )


def _fill(text: str, source: str, values: Mapping[str, object]) -> str:
    if not values:
        return text
    try:
        return _FORMATTER.vformat(text, (), values)
    except (KeyError, ValueError, IndexError):
        # A slip in a translation must not take a page down; the source text is our own.
        return _FORMATTER.vformat(source, (), values)
