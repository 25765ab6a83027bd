"""Data classes whose methods come at first use behave as the standard library's do."""

import copy
import dataclasses
import pickle
import threading
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, field, fields, is_dataclass, replace
from typing import ClassVar

import pytest

from kiosk.domain.dataclass import dataclass, names_of

Maker = Callable[..., Callable[[type], type]]


@dataclass(frozen=True, slots=True)
class Place:
    """A place."""

    page: str
    screen: int = 0


@dataclass(frozen=True, slots=True)
class Marked(Place):
    """A place with marks."""

    screen: int = 3
    marks: tuple[str, ...] = field(default_factory=tuple)


@dataclass(slots=True)
class Count:
    """What is counted."""

    seen: list[str] = field(default_factory=list)
    total: int = field(init=False, default=7)
    quiet: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Checked:
    """What looks at itself."""

    size: int

    def __post_init__(self) -> None:
        """Refuse."""
        if self.size < 0:
            raise ValueError("too small")


@dataclass(frozen=True)
class Open:
    """No slots."""

    size: int = 2
    made: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day."""

    number: int


def test_an_object_holds_what_it_is_given_and_the_defaults() -> None:
    assert (Place("a").page, Place("a").screen, Place(page="b", screen=4).screen) == ("a", 0, 4)
    marked = Marked("a")
    assert (marked.page, marked.screen, marked.marks) == ("a", 3, ())
    count = Count()
    assert (count.seen, count.total, count.quiet) == ([], 7, 0)
    assert Count().seen is not Count().seen
    assert Open().made == []


def test_missing_and_unknown_values_are_named() -> None:
    with pytest.raises(TypeError, match=r"__init__\(\) missing 1 required .* 'page'"):
        Place()  # type: ignore[call-arg]  # the mistake
    with pytest.raises(TypeError, match="unexpected keyword argument 'where'"):
        Place("a", where=1)  # type: ignore[call-arg]  # the mistake


def test_equal_values_make_equal_objects_of_one_class() -> None:
    assert Place("a") == Place("a", 0) != Place("a", 1)
    assert Place("a", 3) != Marked("a", 3)
    assert hash(Place("a")) == hash(Place("a", 0))
    assert Count(quiet=1) == Count(quiet=2)
    with pytest.raises(TypeError, match="unhashable"):
        hash(Count())
    assert Day(1) < Day(2) >= Day(1)


def test_it_is_shown_as_one_would_write_it() -> None:
    assert repr(Marked("a")) == "Marked(page='a', screen=3, marks=())"
    assert repr(Count(quiet=2)) == "Count(seen=[], total=7)"


def test_a_frozen_object_does_not_change_and_a_slot_is_all_it_has() -> None:
    place, count = Place("a"), Count()
    with pytest.raises(FrozenInstanceError):
        place.page = "b"  # type: ignore[misc]  # the mistake
    with pytest.raises(FrozenInstanceError):
        del place.page
    with pytest.raises(FrozenInstanceError):
        Open().size = 3  # type: ignore[misc]  # the mistake
    with pytest.raises(AttributeError):
        count.other = 1  # type: ignore[attr-defined]  # the mistake
    assert not hasattr(Marked("a"), "__dict__")
    count.total += 1
    assert count.total == 8


def test_it_looks_at_itself_once_filled() -> None:
    assert Checked(1).size == 1
    with pytest.raises(ValueError, match="too small"):
        Checked(-1)


def test_the_tools_of_the_standard_library_take_it() -> None:
    assert is_dataclass(Marked)
    assert [one.name for one in fields(Marked)] == ["page", "screen", "marks"]
    assert names_of(Marked) == ("page", "screen", "marks")
    assert replace(Marked("a"), marks=("x",)) == Marked("a", 3, ("x",))
    assert asdict(Marked("a")) == {"page": "a", "screen": 3, "marks": ()}
    match Marked("a", 4):
        case Marked(page, screen):
            assert (page, screen) == ("a", 4)


def test_it_can_be_copied_and_packed_before_any_object_was_made() -> None:
    packed = pickle.dumps(Marked("a", 1, ("x",)))
    assert pickle.loads(packed) == Marked("a", 1, ("x",))  # noqa: S301 -- packed a line above
    assert copy.deepcopy(Marked("a")) == Marked("a")


def test_a_standard_data_class_may_follow_one_of_these() -> None:
    @dataclasses.dataclass(frozen=True, slots=True)
    class More(Place):
        more: int = 1

    assert More("a", 2, 3) == More("a", 2, 3)
    assert [one.name for one in fields(More)] == ["page", "screen", "more"]


@pytest.mark.parametrize("kind", [dataclass, dataclasses.dataclass])
def test_what_is_shared_by_mistake_is_refused(kind: Maker) -> None:
    class Shared:
        marks: list[str] = []  # noqa: RUF012 -- the mistake

    with pytest.raises(ValueError, match="default_factory"):
        kind()(Shared)


def test_what_belongs_to_no_object_is_refused() -> None:
    with pytest.raises(TypeError, match="belongs to an object"):

        @dataclass
        class Wrong:
            kind: ClassVar[int] = 3


def test_two_threads_may_make_the_first_objects() -> None:
    for _ in range(20):

        @dataclass(frozen=True, slots=True)
        class Fresh:
            one: int

        together = threading.Barrier(4)
        made: list[Fresh] = []

        def make() -> None:
            together.wait()  # noqa: B023 -- ended within the turn
            made.append(Fresh(1))  # noqa: B023 -- as above

        threads = [threading.Thread(target=make) for _ in range(4)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        assert made == [Fresh(1)] * 4


def test_nothing_is_compiled_before_the_first_object(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    real = dataclasses.dataclass

    def noted(**how: bool) -> Callable[[type], type]:
        made.append(how)
        return real(**how)

    monkeypatch.setattr(dataclasses, "dataclass", noted)

    @dataclass(frozen=True, slots=True)
    class Seldom:
        one: int = 1

    before = Seldom.__dict__["__init__"]
    assert Seldom().one == 1
    assert Seldom.__dict__["__init__"] is not before
    assert not made
    assert Seldom() == Seldom()
    assert len(made) == 1
