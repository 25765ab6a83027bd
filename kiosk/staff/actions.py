"""What staff do at the kiosk: hand out a visit code, look at the list of records."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from kiosk.domain.staffing.arrangement import Arrangement
from kiosk.domain.visit_code import Pending, VisitCode, issue
from kiosk.platform.clock import Clock
from kiosk.records.summary import Summary

State = Literal["saved", "corrected", "void"]


class RecordList(Protocol):
    """The part of the record store that the staff list needs."""

    def recent(self, limit: int, kinds: Sequence[str] = ...) -> list[Summary]:
        """Return the newest records, newest first."""
        ...


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One visit on the staff screen: no answer, no choice, no time of day."""

    number: int
    receipt: str
    day: str
    state: State
    demo: bool
    language: str | None


def new_visit(pending: Pending, clock: Clock, visit: Arrangement) -> tuple[Pending, VisitCode]:
    """Issue a code for one person; raises BadReferenceError and TooManyCodesError."""
    return issue(
        pending,
        visit=visit,
        now=clock.mono(),
        below=secrets.randbelow,
    )


def recent_records(store: RecordList, limit: int = 50) -> list[RecordRow]:
    """Return the newest visits, newest first, each with what later records say about it.

    Only what stands in the clear can be told: a withdrawal or a co-signature is sealed.
    """
    states: dict[str, State] = {}
    rows: list[RecordRow] = []
    for summary in store.recent(limit, ("ack", "void", "correction")):
        if summary.kind == "ack":
            rows.append(_row(summary, states.get(summary.receipt, "saved")))
        elif states.get(summary.receipt) != "void":
            states[summary.receipt] = "void" if summary.kind == "void" else "corrected"
    return rows


def _row(summary: Summary, state: State) -> RecordRow:
    return RecordRow(
        summary.seq, summary.receipt, summary.day, state, summary.mode == "demo", summary.language
    )
