"""A visit that is kept without a choice: read after a dose, reset by staff, or abandoned."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from kiosk.domain.acknowledgement import IdeaAnswer, PackRef, PageShown, Stamp
from kiosk.domain.ideas import outcome
from kiosk.domain.session import Session


class Why(StrEnum):
    """Why there is no choice."""

    AFTER_DOSE = "after_dose"
    STAFF = "staff_reset"
    ABANDONED = "abandoned"


@dataclass(frozen=True, slots=True)
class KeptVisit:
    """The visit so far; nobody pressed the last button, so there is no door and no meaning."""

    session: str
    mode: str
    why: Why
    reference: str | None
    route: str | None
    pack: PackRef
    pages: tuple[PageShown, ...]
    ideas: tuple[IdeaAnswer, ...]
    flags: tuple[str, ...]
    started: Stamp
    ended: Stamp
    settings: tuple[tuple[str, str], ...]


def kept_visit(session: Session, at: float, why: Why) -> KeptVisit | None:
    """Return what is to be kept of a visit, None when none has begun."""
    if session.id is None or session.started is None:
        return None
    return KeptVisit(
        session=session.id,
        mode=session.plan.mode,
        why=why,
        reference=session.reference,
        route=session.route,
        pack=replace(session.plan.pack, language=session.settings.language),
        pages=pages_shown(session),
        ideas=answers(session),
        flags=session.flags,
        started=session.started,
        ended=moment(session.started, at),
        settings=conditions(session),
    )


def pages_shown(session: Session) -> tuple[PageShown, ...]:
    """Return the pages that were on screen, in order."""
    return tuple(
        PageShown(one.page, order, round(one.seconds, 1), one.visits)
        for order, one in enumerate(session.seen, start=1)
    )


def answers(session: Session) -> tuple[IdeaAnswer, ...]:
    """Return what was answered on each idea."""
    pairs = zip(session.plan.ideas, session.ideas, strict=True)
    return tuple(outcome(idea, state) for idea, state in pairs)


def conditions(session: Session) -> tuple[tuple[str, str], ...]:
    """Return how the visit was shown, and what staff attested about it."""
    settings = session.settings
    shown = (
        ("size", settings.size),
        ("theme", settings.theme),
        ("motion", "on" if settings.motion else "off"),
    )
    return (*shown, *(session.attested.pairs() if session.attested else ()))


def moment(started: Stamp, at: float) -> Stamp:
    """Return a moment of a visit, reckoned from its start: events carry no wall clock."""
    passed = timedelta(seconds=round(at - started.mono))
    begun = datetime.fromisoformat(started.utc)
    return Stamp((begun + passed).isoformat(timespec="seconds").replace("+00:00", "Z"), at)
