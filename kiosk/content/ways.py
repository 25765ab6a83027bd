"""Numbers measured for one way of giving the medicine may not stand on a page for another."""

from collections.abc import Iterator

from kiosk.content.blocks import Claim, Lesson, Pack, Page
from kiosk.content.numbers import numbers
from kiosk.content.wording import Wording, lesson_wording, page_wording

Mixed = tuple[Wording, str]
_FREE = ("picture", "other choice")


def mixed_ways(pack: Pack, lesson: Lesson, checks_stem: str) -> Iterator[Mixed]:
    """Each text that shows such a number to somebody it is not about, with what is wrong."""
    if not any(claim.routes for claim in pack.evidence.values()):
        return
    for chapter in lesson.chapters:
        for page in chapter.pages:
            for one in page_wording(page, chapter.id):
                yield from _mixed(one, shown_for(page, pack.info.routes), pack)
    for one in lesson_wording(lesson, checks_stem):
        if one.stem == checks_stem:
            yield from _mixed(one, pack.info.routes, pack)


def shown_for(page: Page, every: tuple[str, ...]) -> tuple[str, ...]:
    """The ways of giving whose visits show a page."""
    return page.routes or every


def _mixed(one: Wording, ways: tuple[str, ...], pack: Pack) -> Iterator[Mixed]:
    if one.kind in _FREE:
        return
    cited = [pack.evidence[claim] for claim in one.claims if claim in pack.evidence]
    for number in sorted(numbers(one.text)):
        holding = [claim for claim in cited if number in numbers(claim.statement)]
        for way in ways if holding else ():
            if not any(_holds_for(claim, way) for claim in holding):
                known = " ".join(sorted({name for claim in holding for name in claim.routes}))
                say = f'Say it in words, or give the page routes="{known}".'
                yield one, f"The number {number} holds only for {known}, not for {way}. {say}"
                break


def _holds_for(claim: Claim, way: str) -> bool:
    return not claim.routes or way in claim.routes
