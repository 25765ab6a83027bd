"""Packs the items of a sheet into screens; a screen with nothing to press is a last resort."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kiosk.ui.blocks.build import gap_above
from kiosk.ui.blocks.fit import Built, build_fitting
from kiosk.ui.pages.page import Page, throw_away
from kiosk.ui.pages.share import TITLE, Room, Shares, share_out
from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.sheet import (
    BreathItem,
    BulletItem,
    DayItem,
    GroupItem,
    Item,
    LinkItem,
    PanelItem,
    RowItem,
    Sheet,
    TextItem,
)

# How many sentences or boxes may be set smaller, to stand with what they lead up to.
_LEADS = 2
# What a link keeps away from the foot, besides the edge of the page.
NEAR_FOOT_MM = 1.6
_SMALLER_LEADS = ("detail", "least")
# A day on more screens than these is set smaller.
_DAY_SCREENS = 3
# The roles of sentences and of choices where all of a page shall stand on one screen.
_STEPS = (("detail", "label"), ("least", "label"), ("least", "running"))


@dataclass(frozen=True)
class Packed:
    """Items with their widgets, what they take in px, and which stands on which screen."""

    items: list[Built]
    heights: list[int]
    gaps: list[int]
    shares: Shares

    def words(self, screen: int) -> int:
        """Return what the items of a screen take in px."""
        return self.tall(self.shares.screens[screen])

    def tall(self, shown: Sequence[int]) -> int:
        """Return what some items take in px, one below the other."""
        used = sum(self.heights[i] for i in shown)
        return used + sum(self.gaps[i] for i in shown[1:])

    def shown(self, screen: int, free: int) -> list[int]:
        """Return the items of a screen, and the link of the page where free px can hold it."""
        own = list(self.shares.screens[screen])
        last = len(self.items) - 1
        if not own or last in own or not isinstance(self.items[last][0], LinkItem):
            return own
        return [*own, last] if self.gaps[last] + self.heights[last] <= free else own

    def sets_smaller(self, items: tuple[Item, ...]) -> bool:
        """Say whether some of these had to be set smaller."""
        roles = {role_of(one) for one in items}
        return any(role_of(one) not in roles for one, _ in self.items)

    def forget(self) -> None:
        """Throw the widgets away."""
        throw_away(*(widget for _, widget in self.items))


NOTHING = Packed([], [], [], Shares([range(0)], running=False, room=Room(0, 0, 0)))


def pack(page: Page, sheet: Sheet, width: int, room: Room, *, picture_first: bool) -> Packed:
    """Build the items on a page for a width in px, and share them out among screens."""
    theme = page.theme
    if sheet.brief and theme.metrics.tight:
        sheet = replace(sheet, items=tuple(_smallest(one) for one in sheet.items))
    if sheet.dense and theme.metrics.small and not theme.metrics.portrait:
        sheet = replace(sheet, items=tuple(_dense(theme, one) for one in sheet.items))
    best = _pack(page, sheet, width, room, picture_first=picture_first)
    if sheet.shorter and len(best.shares.screens) > 1:
        return _on_one_screen(page, sheet, width, room, best)
    if _is_long_day(theme, best):
        return _short_day(page, sheet, width, room, best)
    best = _with_room_for_link(page, sheet, best, width, room)
    if picture_first or not (_begins_with_words_only(best) or _is_long_list(theme, best)):
        return best
    for items in _smaller_leads(theme, sheet.items):
        other = _pack(page, replace(sheet, items=items), width, room, picture_first=False)
        better = _rank(other) < _rank(best)
        best, worse = (other, best) if better else (best, other)
        worse.forget()
    return best


def _with_room_for_link(page: Page, sheet: Sheet, best: Packed, width: int, room: Room) -> Packed:
    """Share the words out again where each screen can then hold the link, and none is added."""
    count = len(best.shares.screens)
    if count == 1 or not isinstance(best.items[-1][0], LinkItem):
        return best
    least = room.whole - best.gaps[-1] - best.heights[-1] - page.theme.px(NEAR_FOOT_MM)
    picture = best.shares.picture_first
    other = _pack(page, sheet, width, replace(room, whole=least), picture_first=picture)
    other = replace(other, shares=replace(other.shares, room=room))
    same = [item for item, _ in other.items] == [item for item, _ in best.items]
    better = same and len(other.shares.screens) <= count
    best, worse = (other, best) if better else (best, other)
    worse.forget()
    return best


def role_of(item: Item) -> str:
    """Return the size in which an item is set, empty for one that has none."""
    return getattr(item, "role", "")


def _on_one_screen(page: Page, sheet: Sheet, width: int, room: Room, best: Packed) -> Packed:
    """Pack all of a sheet on one screen: smaller first, and then with fewer words."""
    for items in _with_less(page.theme, sheet):
        other = _pack(page, replace(sheet, items=items), width, room, picture_first=False)
        better = _rank(other) < _rank(best)
        best, worse = (other, best) if better else (best, other)
        worse.forget()
        if len(best.shares.screens) == 1:
            break
    return best


def _is_long_day(theme: Theme, packed: Packed) -> bool:
    day = any(isinstance(item, DayItem) for item, _ in packed.items)
    return day and theme.metrics.small and len(packed.shares.screens) > _DAY_SCREENS


def _is_small_day(item: Item) -> bool:
    return isinstance(item, DayItem) and item.role == _SMALLER_LEADS[-1]


def _short_day(page: Page, sheet: Sheet, width: int, room: Room, best: Packed) -> Packed:
    """Pack the stops of a day on the fewest screens: a day is understood when it is seen whole."""
    for role in _SMALLER_LEADS:
        items = tuple(
            replace(one, role=role) if isinstance(one, DayItem) else one for one in sheet.items
        )
        other = _pack(page, replace(sheet, items=items), width, room, picture_first=False)
        better = len(other.shares.screens) < len(best.shares.screens)
        best, worse = (other, best) if better else (best, other)
        worse.forget()
    return best


def _with_less(theme: Theme, sheet: Sheet) -> Iterator[tuple[Item, ...]]:
    yield from _smaller_items(theme, sheet.items)
    for items in sheet.shorter:
        yield items
        yield from _smaller_items(theme, items)


def _smaller_items(theme: Theme, items: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    """Yield the items as they get smaller step by step, as far as row A-10 allows."""
    for words, rows in _STEPS:
        yield tuple(_at(theme, one, words, rows) for one in items)


def _at(theme: Theme, item: Item, words: str, rows: str) -> Item:
    if isinstance(item, PanelItem):
        return replace(item, role=words, slim=words == "least")
    if isinstance(item, BreathItem) or (isinstance(item, TextItem) and item.role != "small"):
        return replace(item, role=words)
    if isinstance(item, GroupItem):
        columns = item.columns if theme.metrics.portrait else item.flat_columns or item.columns
        return replace(item, role=rows, columns=columns if item.together else item.columns)
    return item


def _smallest(item: Item) -> Item:
    if isinstance(item, TextItem | BulletItem | PanelItem):
        return replace(item, role=_SMALLER_LEADS[-1])
    return item


def _dense(theme: Theme, item: Item) -> Item:
    """Return a line of a long list as small as row A-10 allows, where few large ones fit."""
    if theme.metrics.size not in ("L", "XL"):
        return item
    if isinstance(item, GroupItem):
        # Half the width of the largest letters parts a question into three lines.
        columns = 1 if theme.metrics.tight else item.columns
        return replace(item, role="running", columns=columns)
    return _smallest(item)


def _rank(packed: Packed) -> tuple[bool, int, bool]:
    """Return what is worse about it than about another: the smaller, the better."""
    return (
        _begins_with_words_only(packed),
        len(packed.shares.screens),
        packed.shares.title_role(0, packed.words(0)) != TITLE,
    )


def _is_long_list(theme: Theme, packed: Packed) -> bool:
    """Say whether a list takes several of the screens that hold four lines: a few words matter."""
    lines = any(isinstance(item, GroupItem) and item.fixed for item, _ in packed.items)
    return theme.metrics.tight and lines and len(packed.shares.screens) > 1


def _pack(page: Page, sheet: Sheet, width: int, room: Room, *, picture_first: bool) -> Packed:
    theme = page.theme
    built = build_fitting(theme, sheet.items, width, room.whole - room.running, room.whole)
    for _, widget in built:
        # Measured where it will stand: words may break otherwise when they are read from the right.
        widget.setParent(page)
    items = [item for item, _ in built]
    pairs = list(pairwise(items))
    gaps = [0, *(gap_above(theme, item, before) for before, item in pairs)]
    heights = [widget.heightForWidth(width) for _, widget in built]
    glued = [False, *(_leads_up_to(before, item) for before, item in pairs)]
    even = not sheet.full_first
    shares = share_out(
        heights,
        gaps,
        room,
        picture_first=picture_first,
        even=even,
        glued=glued,
        small_title=bool(sheet.shorter) or any(map(_is_small_day, items)),
    )
    return Packed(built, heights, gaps, shares)


def _can_be_pressed(item: Item) -> bool:
    return isinstance(item, RowItem | GroupItem)


def _leads_up_to(before: Item, item: Item) -> bool:
    """Say whether an item must not begin another screen than the one before it."""
    if isinstance(before, TextItem | PanelItem) and _can_be_pressed(item):
        return True
    return isinstance(before, TextItem) and before.role == "strong"


def _begins_with_words_only(packed: Packed) -> bool:
    """Say whether there is something to press, and none of it on the first screen."""
    presses = [_can_be_pressed(item) for item, _ in packed.items]
    first = packed.shares.screens[0]
    return any(presses) and not any(presses[i] for i in first)


def _smaller_leads(theme: Theme, items: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    """Yield the items with smaller words before the first choices, then with smaller choices."""
    count = next((at for at, item in enumerate(items) if _can_be_pressed(item)), 0)
    leads, (first, *others) = items[:count], items[count:]
    if not 0 < count <= _LEADS:
        return
    small: list[Item] = []
    for role in _SMALLER_LEADS:
        small = [replace(one, role=role) for one in leads if isinstance(one, TextItem | PanelItem)]
        if len(small) < count:
            return
        yield (*small, first, *others)
    if isinstance(first, GroupItem) and first.together:
        columns = first.columns if theme.metrics.portrait else first.flat_columns
        for role in (first.role, "running"):
            yield (*small, replace(first, role=role, columns=max(1, columns)), *others)
