"""Events without values of their own are as different, and as fixed, as those with some."""

import pytest

from kiosk.domain import events


def test_two_kinds_of_event_at_the_same_time_differ() -> None:
    found: set[events.Event] = {events.Continued(1.0), events.WentBack(1.0), events.Continued(1.0)}
    assert len(found) == 2


@pytest.mark.parametrize("name", ["at", "other"])
def test_an_event_without_values_cannot_be_changed(name: str) -> None:
    with pytest.raises((AttributeError, TypeError)):
        setattr(events.Continued(1.0), name, 2.0)
