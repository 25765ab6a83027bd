"""The hand-off: on one page, what a clinician needs to know before they talk with the person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from kiosk.content.blocks import Check, Lesson, Pack, Page
from kiosk.content.telling import line_words, warns
from kiosk.domain.acknowledgement import IdeaAnswer
from kiosk.domain.copy import ITEM
from kiosk.domain.marks import in_copy, line_of, page_of
from kiosk.domain.staffing.arrangement import Dose
from kiosk.i18n.catalogue import Words
from kiosk.staff.desk import names
from kiosk.staff.desk.history import own_key
from kiosk.staff.desk.named import named_on
from kiosk.staff.desk.register import VisitRow
from kiosk.staff.desk.told import Told

_ENGLISH = "en"
UNANSWERED = "ideas:unanswered"
# What the key of a marked line begins with.
LINE = "line:"
# Names under which the record holds what staff attested; a visit they did not begin has none.
_INTERPRETER, _HELPER, _REPRESENTATIVE = "interpreter", "helper", "representative"
_DOSED, _BY = "dosed", "attested_by"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to settle; `key` names it in the record, `own` is the wording the person saw.

    `tongue` is the name of the language of `own`.
    """

    key: str
    text: str
    own: str = ""
    note: str = ""
    tongue: str = ""


@dataclass(frozen=True, slots=True)
class HandOff:
    """Everything on the page; texts are ready to read, in the language of `words`."""

    words: Words = field(repr=False, compare=False)
    receipt: str
    day: str
    door: str
    pressed: str
    reference: str
    route: str
    language: str
    interpreter: str
    helper: str
    representative: str
    dosed: str
    minutes: str
    content: str
    standing: str
    check_code: str
    unclear: tuple[Item, ...]
    explained: tuple[Item, ...]
    questions: tuple[Item, ...]
    warnings: tuple[Item, ...]
    notes: tuple[str, ...]
    lines: tuple[Item, ...] = ()
    earlier: tuple[Item, ...] = ()
    since: tuple[str, ...] = ()
    demo: bool = False
    warnings_known: bool = True

    @property
    def items(self) -> tuple[Item, ...]:
        """What a clinician resolves or carries forward, each once."""
        seen: dict[str, Item] = {}
        for one in (*self.lines, *self.warnings, *self.earlier, *self.unclear, *self.questions):
            seen.setdefault(one.key, one)
        return tuple(seen.values())


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a visit: its check code, what was recorded since, what was left open.

    `open_before` holds keys of items of earlier visits, and the receipt each is from.
    """

    check_code: str
    since: tuple[str, ...] = ()
    open_before: Mapping[str, str] = field(default_factory=dict)


def hand_off(
    row: VisitRow, visit: Told, around: Around, packs: Mapping[str, Pack], said: Words
) -> HandOff:
    """Return the page of a visit in the language of `said`; `packs` are at hand, by digest.

    Where the pack the person saw is not at hand, another version of it gives the words, else ids
    stand for them; a note says so.
    """
    words = _Words(visit, packs, said)
    marked = tuple(words.marked(flag, n) for n, flag in enumerate(visit.flags))
    lines = tuple(one for one in marked if one.key.startswith(LINE))
    questions = tuple(one for one in marked if not one.key.startswith(LINE))
    flags = [flag for flag in visit.flags if not line_of(flag)]
    pairs = zip(flags, questions, strict=True)
    warned = tuple(words.warning(flag, one) for flag, one in pairs if words.warns(flag))
    return HandOff(
        words=said,
        receipt=row.receipt,
        day=row.day,
        door=names.ending_of(said, visit.ending),
        pressed=visit.pressed,
        reference=visit.reference or said.t("none"),
        route=words.route(),
        language=f"{words.tongue} ({said.code(visit.pack.language)})",
        interpreter=words.attested(_INTERPRETER),
        helper=words.attested(_HELPER),
        representative=words.attested(_REPRESENTATIVE),
        dosed=words.dosed(),
        minutes=_minutes(visit, said),
        content=f"{visit.pack.id} {visit.pack.version} ({visit.pack.sha256[:12]})",
        standing=names.standing_of(said, row),
        check_code=around.check_code,
        unclear=(*(words.idea(one) for one in _asked(visit) if one.talk), *words.unanswered()),
        explained=tuple(words.idea(one) for one in _asked(visit) if one.explained and not one.talk),
        questions=questions,
        lines=lines,
        warnings=warned,
        notes=tuple(words.notes()),
        earlier=tuple(words.earlier(key, around.open_before[key]) for key in around.open_before),
        since=around.since,
        warnings_known=words.known,
        demo=visit.mode == "demo",
    )


class _Words:
    """The words behind the ids of one visit: in the desk's language, and as the person saw them."""

    def __init__(self, visit: Told, packs: Mapping[str, Pack], said: Words) -> None:
        near = (one for one in packs.values() if one.info.id == visit.pack.id)
        pack = packs.get(visit.pack.sha256) or next(near, None)
        self._visit, self._pack = visit, pack
        lessons = pack.lessons if pack else {}
        self._seen = _lesson(lessons, visit.pack.language)
        self._said = said
        self._here = lessons.get(said.locale.content_tag) or lessons.get(_ENGLISH) or self._seen
        self.tongue = names.language(said, visit.pack.language)
        # The copy holds the titles of the marked pages, in order, in the person's own language.
        self._titles = [text for role, text in visit.copy if role == ITEM]

    def idea(self, answer: IdeaAnswer) -> Item:
        """Return an idea with what was explained, and how often."""
        here, own = _check(self._here, answer.idea), _check(self._seen, answer.idea)
        text = here.question if here else answer.idea
        told = [one.title for one in here.reteach[: answer.explained]] if here else []
        note = self._said.t("not explained again")
        if answer.explained:
            note = self._said.n(
                "explained again {count} time", "explained again {count} times", answer.explained
            )
        if told:
            note += ": " + "; ".join(f"“{title}”" for title in told)
        if here and here.safety:
            note = f"{self._said.t('safety')}; {note}"
        return self._item(f"idea:{answer.idea}", text, own.question if own else "", note)

    def unanswered(self) -> Iterator[Item]:
        """Yield one item for all ideas without any answer: nobody knows whether they are clear."""
        left = [self.idea(one).text for one in self._visit.ideas if not one.choices]
        if left:
            ideas = " · ".join(left)
            text = self._said.n(
                "{count} idea not answered: {ideas}",
                "{count} ideas not answered: {ideas}",
                len(left),
                ideas=ideas,
            )
            yield Item(UNANSWERED, text)

    def marked(self, flag: str, number: int) -> Item:
        """Return what was marked: the title of a page, or a line of it, word for word."""
        here, own = _words(self._here, flag), _words(self._seen, flag)
        if len(self._titles) == len(self._visit.flags):
            own = self._titles[number]
        return self._item(f"{LINE if line_of(flag) else 'page:'}{flag}", here or own or flag, own)

    def earlier(self, key: str, receipt: str) -> Item:
        """Return an item that an earlier visit carried forward."""
        kind, _, name = own_key(key).partition(":")
        check, title = _check(self._here, name), _words(self._here, name)
        text = (check.question if check else "") if kind == "idea" else title
        note = self._said.t("carried forward from {receipt}", receipt=receipt)
        return Item(key, text or own_key(key), note=note)

    def warns(self, flag: str) -> bool:
        """Tell whether a marked page is about what speaks against the treatment."""
        page = _page(self._here, flag)
        return page is not None and warns(page)

    def warning(self, flag: str, item: Item) -> Item:
        """Return a marked page that warns with what it asks people to tell."""
        page = _page(self._here, flag)
        named = named_on(page) if page else ""
        note = self._said.t("the page names: {lines}", lines=named)
        return replace(item, note=note) if named else item

    def route(self) -> str:
        """Return the way of giving in words."""
        route = self._visit.route
        own = self._pack.info.route_names.get(route, {}) if self._pack else {}
        return own.get(self._said.locale.content_tag) or names.route(self._said, route)

    def attested(self, name: str) -> str:
        """Return what staff attested, or that it is not recorded."""
        said = self._visit.settings.get(name)
        return names.attested(self._said, said) if said else self._said.t("not recorded")

    def dosed(self) -> str:
        """Return what was attested of today's medicine, and by whom."""
        settings = self._visit.settings
        by, dose = settings.get(_BY), settings.get(_DOSED)
        if not dose or not by or dose == Dose.UNSAID.value:
            return self.attested(_DOSED)
        who = names.role(self._said, by)
        return self._said.t("{dose}, said {role}", dose=self.attested(_DOSED), role=who)

    def notes(self) -> Iterator[str]:
        """Yield what the reader must know about this page."""
        read = self._visit.pack.version
        if self._pack is None:
            yield self._said.t(
                "The content this person read ({version}) is not at hand, so names stand for "
                "words, and safety topics cannot be told from others.",
                version=read,
            )
        elif self._pack.info.digest != self._visit.pack.sha256:
            yield self._said.t(
                "The content this person read ({version}) is not at hand. Words here are those of "
                "{other} and may differ.",
                version=read,
                other=self._pack.info.version,
            )

    @property
    def known(self) -> bool:
        """Whether safety topics can be told from others."""
        return self._pack is not None

    def _item(self, key: str, text: str, own: str, note: str = "") -> Item:
        if not own or own == text:
            return Item(key, text, note=note)
        return Item(key, text, own, note, self.tongue)


def _asked(visit: Told) -> list[IdeaAnswer]:
    return [one for one in visit.ideas if one.choices]


def _lesson(lessons: Mapping[str, Lesson], tag: str) -> Lesson | None:
    return lessons.get(tag) or lessons.get(tag.partition("-")[0])


def _check(lesson: Lesson | None, idea: str) -> Check | None:
    return next((one for one in lesson.checks if one.id == idea), None) if lesson else None


def _page(lesson: Lesson | None, page_id: str) -> Page | None:
    pages = (one for chapter in lesson.chapters for one in chapter.pages) if lesson else ()
    return next((one for one in pages if one.id == page_id), None)


def _words(lesson: Lesson | None, mark: str) -> str:
    """Return the words of a mark as the person's copy has them, "" where they are not at hand."""
    page = _page(lesson, page_of(mark))
    if page is None or not line_of(mark):
        return page.title if page else ""
    line = line_words(page, line_of(mark))
    return in_copy(page.title, line) if line else ""


def _minutes(visit: Told, said: Words) -> str:
    """Return the time from start to end, pauses included."""
    try:
        started, ended = (datetime.fromisoformat(one) for one in (visit.started, visit.ended))
        minutes = (ended - started).total_seconds() / 60
    except (ValueError, TypeError):
        return said.t("not recorded")
    if minutes < 0:
        return said.t("not recorded")
    if minutes < 1:
        return said.t("under 1 minute")
    return said.t("{minutes} min", minutes=round(minutes))
