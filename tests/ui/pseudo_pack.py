"""The shipped pack in an invented language: longer words, or words from the right."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace

from kiosk.content.blocks import Lesson, Pack
from kiosk.domain.session import Settings, new_session
from kiosk.i18n.locales import TAGS, locale_for
from kiosk.i18n.pseudo import lengthen, mirror
from kiosk.ui.presenter import Presenter, plan_of
from kiosk.ui.views.screens import View
from kiosk.ui.walk.every_page import every_view

# Fields of blocks that hold words for people; all others are names, numbers or places.
_WORDS = {
    *("text", "title", "question", "name", "effect", "with_label", "without_label", "study"),
    *("caption", "alt"),
}


def in_language(pack: Pack, tag: str) -> Pack:
    """Return the pack with a lesson in an invented language, or English words under a real tag."""
    locale = locale_for(tag)
    lesson = pack.lessons["en"]
    if locale.pseudo:
        lesson = changed(lesson, mirror if locale.direction == "rtl" else lengthen)
    return replace(pack, lessons={**pack.lessons, tag: replace(lesson, language=tag)})


def views_in(pack: Pack, tag: str, settings: Settings) -> list[View]:
    """Return the view of every page in a language."""
    spoken = in_language(pack, tag)
    presenter = Presenter(spoken, spoken.regions[0], TAGS, "Test clinic")
    session = new_session(plan_of(spoken, tag, mode="demo"), settings=settings)
    return list(every_view(presenter, session))


def changed(lesson: Lesson, change: Callable[[str], str]) -> Lesson:
    found = _changed(lesson, change)
    assert isinstance(found, Lesson)
    return found


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
