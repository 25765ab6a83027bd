"""From many findings to few words: which record is the first bad one, and in what way."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.records.walk import Finding

MOST = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault; seq and id are None when it concerns no single record.

    `elsewhere`: not in the store itself, so that a new one beside the same keys would have it too.
    """

    seq: int | None
    id: str | None
    what: str
    elsewhere: bool = False


def name_problems(findings: Sequence[Finding]) -> tuple[Problem, ...]:
    """Return the problems of a walk in order, the first bad record first."""
    moved = {f.body_seq: f for f in findings if f.body_seq is not None and f.body_seq != f.seq}
    bad = {finding.seq for finding in findings}
    problems = []
    for finding in findings[:MOST]:
        what = [*_place(finding, moved, bad), *finding.faults]
        problems.append(Problem(finding.seq, finding.id, "; ".join(what), finding.elsewhere))
    if len(findings) > MOST:
        more = f"and {len(findings) - MOST} further records are wrong"
        problems.append(Problem(None, None, more))
    return tuple(problems)


def _place(finding: Finding, moved: dict[int, Finding], bad: set[int]) -> list[str]:
    """Say whether a record was moved, is missing, or had another put before it."""
    seq, body_seq = finding.seq, finding.body_seq
    there = f"the true record {seq} now stands at {moved[seq].seq}" if seq in moved else ""
    if body_seq is None or body_seq == seq:
        return [f"inserted: {there}"] if there else []
    if body_seq < seq and body_seq not in bad:
        return [f"inserted: a copy of record {body_seq}"]
    if there:
        return [f"reordered: this is record {body_seq}; {there}"]
    if body_seq > seq:
        return [f"record {seq} is missing: record {body_seq} was moved into its place"]
    return [f"out of place: this is record {body_seq}"]
