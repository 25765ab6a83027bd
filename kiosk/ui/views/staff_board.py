"""What staff must see first, and the page while the glass is wiped."""

from kiosk.domain.desk import Desk
from kiosk.ui.cleaning import CLEAN_SECONDS
from kiosk.ui.views.context import Showing
from kiosk.ui.views.screens import NoticeView
from kiosk.ui.views.sheet import Badge, PanelItem


def badges(showing: Showing, desk: Desk) -> tuple[PanelItem, ...]:
    """Return one panel with everything that waits for somebody, or none."""
    found, texts = desk.badges, _lost(showing, desk)
    if found.uncopied is not None:
        texts.append(
            showing.words.n(
                "No backup and no export for {count} day.",
                "No backup and no export for {count} days.",
                found.uncopied,
            )
        )
    elif found.late:
        texts.append(uncopied(showing, desk))
    if desk.unprinted:
        texts.append(
            showing.words.n(
                "{count} copy was not printed since the start.",
                "{count} copies were not printed since the start.",
                desk.unprinted,
            )
        )
    if desk.board_fault:
        texts.append(
            showing.t("The board at the desk is out of reach: {reason}.", reason=desk.board_fault)
        )
    if desk.put_aside:
        texts.append(f"{showing.t('A record store was damaged or changed, and put aside')}.")
    if not texts:
        return ()
    # One short paragraph, so that the rows below stay on the same screen.
    told = showing.t("To be dealt with: {what}", what=" ".join(texts))
    if found.loud:
        told = showing.t("Deal with this now: {what}", what=" ".join(texts))
    return (PanelItem(told, "triangle-alert", (), "loud" if found.loud else "notice"),)


def badge(showing: Showing, desk: Desk) -> Badge | None:
    """Return the line above each staff page: visits not saved, then not copied; None for none."""
    found = desk.badges
    # How old the first is stands on the menu; here one line is all there is room for.
    texts = [text for text in (*_lost(showing, desk)[:1], uncopied(showing, desk)) if text]
    if not texts:
        return None
    both, worst = " ".join(texts), texts[0]
    if found.loud:
        both, worst = (showing.t("Deal with this now: {what}", what=one) for one in (both, worst))
        return Badge(both, worst, "loud", "triangle-alert")
    if found.unsaved or found.late:
        return Badge(both, worst, "notice", "triangle-alert")
    return Badge(both, worst, "tint", "copy")


def waits(showing: Showing, desk: Desk) -> str:
    """Return all that the menu shows of what waits, in words alone; "" when nothing does."""
    panels = " ".join(panel.title for panel in badges(showing, desk))
    in_panel = desk.badges.late and desk.badges.uncopied is None
    return " ".join(filter(None, (panels, "" if in_panel else uncopied(showing, desk))))


def _lost(showing: Showing, desk: Desk) -> list[str]:
    found = desk.badges
    if not found.unsaved:
        return []
    texts = [
        showing.words.n(
            "{count} visit could not be saved since {day}.",
            "{count} visits could not be saved since {day}.",
            found.unsaved,
            day=showing.words.code(found.since or "?"),
        )
    ]
    if found.lost_long:
        texts.append(_call(showing, found.lost_hours))
    return texts


def _call(showing: Showing, hours: int) -> str:
    if hours < 0:
        return showing.t("Nobody knows when the first was lost: call IT now.")
    return showing.words.n(
        "The first was lost {count} hour ago: call IT now.",
        "The first was lost {count} hours ago: call IT now.",
        hours,
    )


def uncopied(showing: Showing, desk: Desk) -> str:
    """Return how many visits are on this kiosk alone, and for how long; "" when none is."""
    found = desk.badges
    if not found.waiting:
        return ""
    if found.hours < 1:
        age = showing.t("unknown") if found.hours < 0 else showing.t("under 1 hour")
    else:
        age = showing.words.n("{count} hour", "{count} hours", found.hours)
    told = showing.words.n(
        "{count} visit not copied yet, oldest {age}",
        "{count} visits not copied yet, oldest {age}",
        found.waiting,
        age=age,
    )
    return f"{told}."


def cleaning(showing: Showing, left: int) -> NoticeView:
    """Return the page while nothing can be touched."""
    return NoticeView(
        "staff-clean",
        showing.t("You can clean the screen now"),
        (showing.t("It takes no touch until the time is over."),),
        ring=(left, round(CLEAN_SECONDS)),
    )
