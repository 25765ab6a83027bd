"""Which languages patients may choose: in production only those a qualified person has read."""

from kiosk.config import Config
from kiosk.content.blocks import LanguageInfo, Pack
from kiosk.i18n.catalogue import interface_digest
from kiosk.i18n.locales import TAGS


def is_reviewed(language: LanguageInfo) -> bool:
    """Say whether the words of the pages and of the kiosk itself are those that were reviewed."""
    return language.reviewed and _interface_holds(language)


def why_unreviewed(language: LanguageInfo) -> str:
    """Return a tag, with the reason where a review is on record but does not hold."""
    if language.outdated:
        return f"{language.tag} (its words differ from those that were read)"
    if language.reviewed:
        return f"{language.tag} (the kiosk's own words differ from those that were read)"
    return language.tag


def offered(pack: Pack, config: Config) -> tuple[str, ...]:
    """Return the languages a patient may choose; a demo offers unreviewed ones, marked as such."""
    return tuple(
        one.tag
        for one in pack.info.languages
        if one.tag in pack.lessons
        and (not config.languages or one.tag in config.languages)
        and (config.mode == "demo" or is_reviewed(one))
    )


def _interface_holds(language: LanguageInfo) -> bool:
    known = language.tag in TAGS
    return known and interface_digest(language.tag) == language.reviewed_interface
