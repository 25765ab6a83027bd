"""The shipped pack in an invented language: longer words, or words from the right."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import cast

from kiosk.content.blocks import Lesson, Pack
from kiosk.i18n.locales import locale_for
from kiosk.i18n.pseudo import lengthen, mirror

# Fields of blocks that hold words for people; all others are names, numbers or places.
_WORDS = {
    *("text", "title", "question", "name", "effect", "with_label", "without_label", "study"),
    *("caption", "alt"),
}


def in_language(pack: Pack, tag: str) -> Pack:
    """Return the pack with a lesson in a language: its own, an invented one, or English words.

    English words stand in where the pack has no lesson under a real tag.
    """
    locale = locale_for(tag)
    if tag in pack.lessons and not locale.pseudo:
        return pack
    lesson = pack.lessons["en"]
    if locale.pseudo:
        lesson = changed(lesson, mirror if locale.direction == "rtl" else lengthen)
    return replace(pack, lessons={**pack.lessons, tag: replace(lesson, language=tag)})


def changed(lesson: Lesson, change: Callable[[str], str]) -> Lesson:
    """Return a lesson with all of its words changed."""
    return cast("Lesson", _changed(lesson, change))


def _changed(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, tuple):
        return tuple(_changed(one, change) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    parts: dict[str, object] = {}
    for one in fields(value):
        held = getattr(value, one.name)
        if one.name in _WORDS and isinstance(held, str):
            parts[one.name] = change(held) if held else ""
        else:
            parts[one.name] = _changed(held, change)
    return replace(value, **parts)
