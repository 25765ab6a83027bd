"""What changed between two versions of a pack, by page and claim, in plain words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from kiosk.content.blocks import Chapter, Lesson, Page
from kiosk.content.change import UNSEEN, Change, question_key
from kiosk.content.compare_facts import file_changes, pack_changes, restated
from kiosk.content.edition import Edition
from kiosk.content.pieces import Piece, check_pieces, layout, page_pieces
from kiosk.content.text_changes import text_changes

_SHOWN = (
    "mark of safety",
    "sheet to take home",
    "short way",
    "routes",
    "topic",
    "points of the consent list",
)
# Language, then page id or `check/ID`, then one line for each change.
PageChanges = dict[str, dict[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class _Place:
    """A page or a check question as it is compared."""

    chapter: str
    title: str
    pieces: list[Piece]
    layout: list[str]
    shown: tuple[object, ...]
    claims: frozenset[str]


def compare(old: Edition, new: Edition) -> tuple[Change, ...]:
    """Return every difference: the pack first, then each language in reading order.

    Two packs of different bytes never compare as the same.
    """
    found = [*pack_changes(old.pack, new.pack)]
    before, after = old.pack.lessons, new.pack.lessons
    for tag in (*after, *(tag for tag in before if tag not in after)):
        if tag in before and tag in after:
            found += _lesson(old, new, tag)
        else:
            found.append(
                Change("added", f"language {tag} added", language=tag)
                if tag in after
                else Change("removed", f"language {tag} removed", language=tag)
            )
    found += file_changes(old.files, new.files)
    if not found and old.pack.info.digest != new.pack.info.digest:
        found.append(Change("file", "only layout, comments or spaces in the files were changed"))
    return tuple(found)


def page_changes(old: Edition, new: Edition) -> PageChanges:
    """Return, by language and page, what a person who saw the old version did not see."""
    found: PageChanges = {tag: {} for tag in new.pack.lessons}
    for one in compare(old, new):
        if one.page and one.kind not in UNSEEN:
            pages = found.setdefault(one.language, {})
            pages[one.page] = (*pages.get(one.page, ()), one.line)
    return found


def new_pages(old: Edition, new: Edition) -> dict[str, frozenset[str]]:
    """Return, by language, the pages and questions that the old version did not have."""
    return {
        tag: frozenset(_places(new, tag).keys() - _places(old, tag).keys())
        for tag in new.pack.lessons
        if tag in old.pack.lessons
    }


def _lesson(old: Edition, new: Edition, tag: str) -> Iterator[Change]:
    before, after = _places(old, tag), _places(new, tag)
    stated = restated(old.pack, new.pack)
    found: list[Change] = []
    for key in (*after, *(gone for gone in before if gone not in after)):
        then, now = before.get(key), after.get(key)
        if then and now:
            changes = list(_place(then, now, tag, stated))
        else:
            changes = list(_whole(then, now, key))
        where = now or then
        found += [
            replace(one, language=tag, page=key, chapter=where.chapter, title=where.title)
            for one in changes
            if where
        ]
    yield from _moved_texts(found)
    yield from _moved_pages(before, after, tag)
    yield from _around(old.pack.lessons[tag], new.pack.lessons[tag])


def _places(edition: Edition, tag: str) -> dict[str, _Place]:
    lesson, files = edition.pack.lessons[tag], edition.files
    found: dict[str, _Place] = {}
    for chapter in lesson.chapters:
        for page in chapter.pages:
            pieces = page_pieces(page, files)
            found[page.id] = _Place(
                chapter.id, page.title, pieces, layout(page.blocks), _shown(page), _cited(pieces)
            )
    for check in lesson.checks:
        pieces = check_pieces(check, files)
        blocks = [*check.lead, *(block for one in check.reteach for block in one.blocks)]
        shown = ("safety" if check.safety else "", "", "", "", "", sorted(check.elements))
        found[question_key(check.id)] = _Place(
            "", check.question, pieces, layout(blocks), shown, _cited(pieces) | set(check.claims)
        )
    return found


def _shown(page: Page) -> tuple[object, ...]:
    sheet, short = "printed on it" if page.sheet else "", "on it" if page.short else ""
    return ("", sheet, short, sorted(page.routes), page.topic, sorted(page.elements))


def _cited(pieces: Sequence[Piece]) -> frozenset[str]:
    return frozenset(claim for one in pieces for claim in one.claims)


def _place(then: _Place, now: _Place, tag: str, stated: dict[str, Change]) -> Iterator[Change]:
    changes = list(text_changes(then.pieces, now.pieces, tag))
    if then.layout != now.layout and not changes:
        changes.append(Change("layout", "laid out in another way, the words are the same"))
    for what, was, become in zip(
        _SHOWN,
        then.shown,
        now.shown,
        strict=True,
    ):
        if was != become:
            changes.append(Change("shown", f"{what} changed", _words(was), _words(become)))
    yield from changes
    for claim in sorted(then.claims & now.claims & stated.keys()):
        yield stated[claim]


def _words(value: object) -> str:
    return ", ".join(map(str, value)) or "none" if isinstance(value, list) else str(value or "none")


def _whole(then: _Place | None, now: _Place | None, key: str) -> Iterator[Change]:
    what = "question" if key.startswith(question_key("")) else "page"
    if now:
        yield Change("added", f"{what} added", new=now.title)
    elif then:
        yield Change("removed", f"{what} removed", old=then.title)


def _moved_texts(found: list[Change]) -> Iterator[Change]:
    """Say of a text that left one page and stands word for word on another that it moved."""
    gone = {(_what(one), one.old): one.page for one in found if one.kind == "removed"}
    come = {(_what(one), one.new): one.page for one in found if one.kind == "added"}
    for one in found:
        to, back = come.get((_what(one), one.old)), gone.get((_what(one), one.new))
        if one.kind == "removed" and to:
            yield replace(one, said=f"{_what(one)} moved to {to}")
        elif one.kind == "added" and back:
            yield replace(one, said=f"{_what(one)} moved from {back}")
        else:
            yield one


def _what(change: Change) -> str:
    return change.said.removesuffix(" added").removesuffix(" removed")


def _moved_pages(before: dict[str, _Place], after: dict[str, _Place], tag: str) -> Iterator[Change]:
    then = [key for key in before if key in after]
    now = [key for key in after if key in before]
    steady: set[str] = set()
    for block in SequenceMatcher(None, then, now, autojunk=False).get_matching_blocks():
        steady.update(then[block.a : block.a + block.size])
    for key in now:
        was, become = before[key].chapter, after[key].chapter
        if key in steady and was == become:
            continue
        said = f"moved from {was} to {become}" if was != become else "moved to another place"
        yield Change("moved", said, language=tag, chapter=become, page=key, title=after[key].title)


def _around(old: Lesson, new: Lesson) -> Iterator[Change]:
    """Yield what stands around the pages: names of chapters and of groups of questions."""
    tag = new.language
    before = {one.id: one for one in old.chapters}
    for chapter in new.chapters:
        was = before.pop(chapter.id, None)
        if was is None:
            yield Change("added", "chapter added", "", chapter.title, (), tag, chapter.id)
        elif _head(was) != _head(chapter):
            said = "title or time of the chapter changed"
            yield Change("reworded", said, _head(was), _head(chapter), (), tag, chapter.id)
    for gone in before.values():
        yield Change("removed", "chapter removed", gone.title, "", (), tag, gone.id)
    if old.topics != new.topics:
        yield Change("reworded", "groups of questions changed", _groups(old), _groups(new), (), tag)


def _head(chapter: Chapter) -> str:
    return f"{chapter.title} ({chapter.minutes} minutes)"


def _groups(lesson: Lesson) -> str:
    return ", ".join(" ".join((f"{one.id}: {one.name}", *one.points)) for one in lesson.topics)
