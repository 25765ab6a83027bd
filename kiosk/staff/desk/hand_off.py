"""The hand-off: on one page, what a clinician needs to know before they talk with the person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.content.blocks import Check, Lesson, Pack, Page
from kiosk.domain.acknowledgement import Acknowledgement, IdeaAnswer
from kiosk.domain.copy import ITEM
from kiosk.i18n.locales import UnknownLanguageError, locale_for
from kiosk.staff.desk.register import DOORS, VisitRow

NOT_RECORDED = "not recorded"
# The part of the consent list that asks what speaks against the treatment: who must not have it,
# pregnancy, what to tell first, medicines and substances.
_WARNING_ELEMENTS = frozenset(("C11", "C12", "C13", "C14"))
_ENGLISH = "en"
UNANSWERED = "ideas:unanswered"
# Names under which a record may hold who helped; a kiosk that knows none records none.
_INTERPRETER, _HELPER = ("interpreter",), ("helper", "representative")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to settle; `key` names it in the record, `own` is the wording the person saw."""

    key: str
    text: str
    own: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class HandOff:
    """Everything on the page; texts are ready to read, in English."""

    receipt: str
    day: str
    door: str
    pressed: str
    reference: str
    route: str
    language: str
    interpreter: str
    helper: str
    minutes: str
    content: str
    standing: str
    check_code: str
    unclear: tuple[Item, ...]
    explained: tuple[Item, ...]
    questions: tuple[Item, ...]
    warnings: tuple[Item, ...]
    notes: tuple[str, ...]
    demo: bool = False

    @property
    def items(self) -> tuple[Item, ...]:
        """What a clinician resolves or carries forward, each once."""
        seen: dict[str, Item] = {}
        for one in (*self.warnings, *self.unclear, *self.questions):
            seen.setdefault(one.key, one)
        return tuple(seen.values())


def hand_off(
    row: VisitRow,
    visit: Acknowledgement,
    check_code: str,
    packs: Mapping[str, Pack],
) -> HandOff:
    """Return the page of a visit; `packs` are those at hand, by digest.

    Where the pack the person saw is not at hand, ids stand for words, and a note says so.
    """
    words = _Words(visit, packs.get(visit.pack.sha256))
    settings = dict(visit.settings)
    questions = tuple(words.question(flag, n) for n, flag in enumerate(visit.flags))
    warned = tuple(
        one for flag, one in zip(visit.flags, questions, strict=True) if words.warns(flag)
    )
    return HandOff(
        receipt=row.receipt,
        day=row.day,
        door=DOORS[visit.door.value],
        pressed=visit.meaning,
        reference=visit.reference or "none",
        route=words.route(),
        language=_language(visit.pack.language),
        interpreter=_named(settings, _INTERPRETER),
        helper=_named(settings, _HELPER),
        minutes=_minutes(visit),
        content=f"{visit.pack.id} {visit.pack.version} ({visit.pack.sha256[:12]})",
        standing=row.standing_words,
        check_code=check_code,
        unclear=(*(words.idea(one) for one in _asked(visit) if one.talk), *words.unanswered()),
        explained=tuple(words.idea(one) for one in _asked(visit) if one.explained and not one.talk),
        questions=questions,
        warnings=warned,
        notes=tuple(words.notes()),
        demo=visit.mode == "demo",
    )


class _Words:
    """The words behind the ids of one visit: in English, and as the person saw them."""

    def __init__(self, visit: Acknowledgement, pack: Pack | None) -> None:
        self._visit, self._pack = visit, pack
        lessons = pack.lessons if pack else {}
        self._seen = _lesson(lessons, visit.pack.language)
        self._english = lessons.get(_ENGLISH) or self._seen
        # The copy holds the titles of the marked pages, in order, in the person's own language.
        self._titles = [text for role, text in visit.copy if role == ITEM]

    def idea(self, answer: IdeaAnswer) -> Item:
        """Return an idea with what was explained, and how often."""
        english, own = _check(self._english, answer.idea), _check(self._seen, answer.idea)
        text = english.question if english else answer.idea
        told = [one.title for one in english.reteach[: answer.explained]] if english else []
        times = {0: "not explained again", 1: "explained again once"}
        note = times.get(answer.explained, f"explained again {answer.explained} times")
        if told:
            note += ": " + "; ".join(f"“{title}”" for title in told)
        safety = "safety; " if english and english.safety else ""
        return Item(
            f"idea:{answer.idea}", text, self._own(own and own.question, text), safety + note
        )

    def unanswered(self) -> Iterator[Item]:
        """Yield one item for all ideas without any answer: nobody knows whether they are clear."""
        left = [self.idea(one).text for one in self._visit.ideas if not one.choices]
        if left:
            count = "1 idea" if len(left) == 1 else f"{len(left)} ideas"
            yield Item(UNANSWERED, f"{count} not answered: " + " · ".join(left))

    def question(self, flag: str, number: int) -> Item:
        """Return a marked page: its title is the question that was marked, word for word."""
        english, own = _title(self._english, flag), _title(self._seen, flag)
        if len(self._titles) == len(self._visit.flags):
            own = self._titles[number]
        text = english or own or flag
        return Item(f"page:{flag}", text, self._own(own, text))

    def warns(self, flag: str) -> bool:
        """Tell whether a marked page is about what speaks against the treatment."""
        page = _page(self._english, flag)
        return page is not None and not _WARNING_ELEMENTS.isdisjoint(page.elements)

    def route(self) -> str:
        """Return the way of giving in words."""
        route = self._visit.route
        names = self._pack.info.route_names.get(route or "", {}) if self._pack else {}
        return names.get(_ENGLISH) or route or "not given"

    def notes(self) -> Iterator[str]:
        """Yield what the reader must know about this page."""
        if self._pack is None:
            version = self._visit.pack.version
            yield (
                f"The content this person read ({version}) is not at hand, so names stand for "
                "words, and marked health topics cannot be told apart."
            )

    def _own(self, own: str | None, text: str) -> str:
        return own if own and own != text else ""


def _asked(visit: Acknowledgement) -> list[IdeaAnswer]:
    return [one for one in visit.ideas if one.choices]


def _lesson(lessons: Mapping[str, Lesson], tag: str) -> Lesson | None:
    return lessons.get(tag) or lessons.get(tag.partition("-")[0])


def _check(lesson: Lesson | None, idea: str) -> Check | None:
    return next((one for one in lesson.checks if one.id == idea), None) if lesson else None


def _page(lesson: Lesson | None, page_id: str) -> Page | None:
    pages = (one for chapter in lesson.chapters for one in chapter.pages) if lesson else ()
    return next((one for one in pages if one.id == page_id), None)


def _title(lesson: Lesson | None, page_id: str) -> str:
    page = _page(lesson, page_id)
    return page.title if page else ""


def _language(tag: str) -> str:
    try:
        return f"{locale_for(tag).name} ({tag})"
    except UnknownLanguageError:
        return tag


def _named(settings: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((settings[one] for one in names if settings.get(one)), NOT_RECORDED)


def _minutes(visit: Acknowledgement) -> str:
    """Return the time from start to decision, pauses included."""
    try:
        started, decided = (
            datetime.fromisoformat(one.utc) for one in (visit.started, visit.decided)
        )
        minutes = (decided - started).total_seconds() / 60
    except (ValueError, TypeError):
        return NOT_RECORDED
    if minutes < 0:
        return NOT_RECORDED
    return "under 1 minute" if minutes < 1 else f"{minutes:.0f} min"
