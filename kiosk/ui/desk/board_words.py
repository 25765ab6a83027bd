"""The words of the board: a state in one or two words, and what else is to be known."""

from functools import cache

from kiosk.domain.board.standing import State
from kiosk.i18n.catalogue import Words
from kiosk.staff.desk.board import BoardRow, BoardView

ICONS = {
    State.FREE: "door-open",
    State.IN_USE: "user",
    State.HELP: "hand",
    State.SEEN: "eye",
    State.HIDDEN: "eye-off",
    State.WAITING: "hourglass",
    State.CLEANING: "sparkles",
    State.FAULT: "triangle-alert",
    State.CLOSED: "lock",
}
LOST_ICON, UNHEARD_ICON = "wifi-off", "clock"
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


@cache
def states(words: Words) -> dict[State, str]:
    """Return the words for how a kiosk stands, to be read from afar."""
    return {
        State.FREE: words.t("Free"),
        State.IN_USE: words.t("In use"),
        State.HELP: words.t("Help is wanted"),
        State.SEEN: words.t("Seen: go there"),
        State.HIDDEN: words.t("Page hidden"),
        State.WAITING: words.t("Waits for the person"),
        State.CLEANING: words.t("Being cleaned"),
        State.FAULT: words.t("Fault"),
        State.CLOSED: words.t("Takes no visits"),
    }


def name_of(words: Words, row: BoardRow) -> str:
    """Return what the desk calls a kiosk; of two with one name each has its number beside it."""
    number = words.t("Kiosk {id}", id=row.note.id[:4].upper())
    return f"{row.note.name} · {number}" if row.twin else row.note.name or number


def state_of(words: Words, row: BoardRow) -> str:
    """Return the large words: of a kiosk that is silent nothing else is known."""
    if row.lost:
        return words.t("Not heard of")
    if not row.heard:
        return words.t("Listening …")
    if row.seen and row.note.standing.state is State.HELP:
        return states(words)[State.SEEN]
    return states(words)[row.note.standing.state]


def icon_of(row: BoardRow) -> str:
    """Return the icon that stands beside the large words."""
    if row.lost:
        return LOST_ICON
    if not row.heard:
        return UNHEARD_ICON
    if row.seen and row.note.standing.state is State.HELP:
        return ICONS[State.SEEN]
    return ICONS[row.note.standing.state]


def how_long(words: Words, seconds: int) -> str:
    """Return a length of time as staff say it."""
    if seconds < _MINUTE:
        return words.n("for {count} second", "for {count} seconds", seconds)
    if seconds < _HOUR:
        return words.n("for {count} minute", "for {count} minutes", seconds // _MINUTE)
    if seconds < _DAY:
        return words.n("for {count} hour", "for {count} hours", seconds // _HOUR)
    return words.n("for {count} day", "for {count} days", seconds // _DAY)


def detail_of(words: Words, row: BoardRow) -> str:
    """Return how far, and for how long; of a silent kiosk since when, and what it said last."""
    if row.lost:
        long = how_long(words, row.silent)
        last = states(words)[row.note.standing.state]
        if not row.heard:
            return words.t("Since this board was opened. Last: {state}", state=last)
        return words.t("{long}. Last: {state}", long=long, state=last)
    if not row.heard:
        return ""
    standing, long = row.note.standing, how_long(words, row.seconds)
    if not standing.of:
        return long
    step = words.t("Step {step} of {of}", step=standing.step, of=standing.of)
    return words.t("{step}, {long}", step=step, long=long)


def waits_of(words: Words, row: BoardRow) -> tuple[str, ...]:
    """Return what waits for somebody at this kiosk."""
    lines = []
    unsaved, uncopied = row.note.unsaved, row.note.uncopied
    if unsaved.count:
        lines.append(
            words.n(
                "{count} visit not saved, oldest {age}",
                "{count} visits not saved, oldest {age}",
                unsaved.count,
                age=_age(words, unsaved.hours),
            )
        )
    if uncopied.count:
        lines.append(
            words.n(
                "{count} visit not copied yet, oldest {age}",
                "{count} visits not copied yet, oldest {age}",
                uncopied.count,
                age=_age(words, uncopied.hours),
            )
        )
    return tuple(lines)


def _age(words: Words, hours: int) -> str:
    if hours < 0:
        return words.t("unknown")
    if hours < 1:
        return words.t("under 1 hour")
    return words.n("{count} hour", "{count} hours", hours)


def fault_of(words: Words, view: BoardView) -> str:
    """Return what is wrong with the board itself, "" when nothing is."""
    if view.stuck:
        return words.t("The board folder does not answer. Nothing here is new; no call arrives.")
    if view.cannot_read:
        return words.t(
            "The board folder cannot be read ({reason}). Nothing here is new; no call arrives.",
            reason=view.cannot_read,
        )
    if view.cannot_write:
        return words.t(
            "This desk cannot write into the board folder ({reason}). Calls are shown here, but "
            "the person is told to come to the desk.",
            reason=view.cannot_write,
        )
    return ""


def odd_of(words: Words, view: BoardView) -> str:
    """Return that there are files nobody can use, "" when there are none."""
    if view.odd:
        return words.n(
            "{count} file in the board folder cannot be used.",
            "{count} files in the board folder cannot be used.",
            view.odd,
        )
    return ""
