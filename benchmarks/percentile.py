"""Percentiles of what was measured."""

# ruff: noqa: INP001 -- a part of a script


def percentile(values: list[float], percent: int) -> float:
    """Return a percentile."""
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]
