"""A “not” that stands in every other language of a text and no longer in the first one."""

from collections.abc import Iterator

from kiosk.content.blocks import Pack
from kiosk.content.guards import Guard
from kiosk.content.wording import Wording, lesson_wording

_UNCOMPARED = ("picture", "count")


def lost_in_first(pack: Pack, checks_stem: str) -> Iterator[tuple[Wording, str]]:
    """Texts of the first language that deny nothing where each other language does.

    Each comes with the languages that still deny. Nothing is said of packs whose languages are
    built differently: their texts cannot be laid beside each other.
    """
    first, *others = pack.lessons.values()
    guards = [Guard(one.language) for one in (first, *others)]
    if not others or not all(one.book for one in guards):
        return
    texts = [list(lesson_wording(one, checks_stem)) for one in (first, *others)]
    kinds = [[(one.stem, one.kind) for one in row] for row in texts]
    if any(row != kinds[0] for row in kinds):
        return
    for here, *there in zip(*texts, strict=True):
        if here.kind in _UNCOMPARED or guards[0].denies(here.text):
            continue
        if all(guard.denies(one.text) for guard, one in zip(guards[1:], there, strict=True)):
            yield here, ", ".join(f'"{one.language}"' for one in others)
