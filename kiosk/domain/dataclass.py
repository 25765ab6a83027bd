"""Data classes whose methods are made at their first use; else they are the standard library's.

The standard one compiles several small texts for each class, and makes it twice. For the two
hundred classes that a start meets, that was two fifths of all that Python did before the first
page; most of them have no object by then. Here a class gets its slots at once, and a method when
somebody first calls it. Every field belongs to an object: there is no ClassVar and no InitVar.
"""

import dataclasses
import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

__all__ = ["dataclass", "names_of"]

UNSET = dataclasses.MISSING
_ORDER = ("__lt__", "__le__", "__gt__", "__ge__")
Values = dict[str, object]
Method = Callable[..., object]


class _Plan:
    """What the objects of a class hold, in order: types, and defaults where there are any."""

    __slots__ = ("frozen", "given", "kinds")

    def __init__(self, cls: type, *, frozen: bool) -> None:
        self.frozen = frozen
        self.kinds: Values = {}
        self.given: Values = {}
        for base in cls.__mro__[-2:0:-1]:
            plan = base.__dict__.get("__plan__")
            if plan is not None:
                self.kinds |= plan.kinds
                self.given |= plan.given
        for name, kind in inspect.get_annotations(cls).items():
            default = cls.__dict__.get(name, UNSET)
            if getattr(kind, "__origin__", kind) is ClassVar:
                raise TypeError(f"{cls.__qualname__}.{name}: every field belongs to an object")
            if type(default).__hash__ is None:
                raise ValueError(f"{cls.__qualname__}.{name}: say how to make it: default_factory")
            self.kinds[name], self.given[name] = kind, default

    def twin(self, **wanted: bool) -> type:
        """Return a class of the standard library with these fields and the methods wanted."""
        defaults = {name: one for name, one in self.given.items() if one is not UNSET}
        # With a word on itself, for else the standard one tries to read how it is called.
        held = {"__doc__": "A twin.", "__annotations__": self.kinds, **defaults}
        plain = type("Twin", (), held)
        return dataclasses.dataclass(**{"init": False, "repr": False, "eq": False, **wanted})(plain)


class _Late:
    """Stands for the standard library's notes on a class until somebody asks for them."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, _one: object, owner: type) -> object:
        cls = next(one for one in owner.__mro__ if one.__dict__.get(self._name) is self)
        plan = cls.__dict__["__plan__"]
        found = getattr(plan.twin(frozen=plan.frozen), self._name)
        setattr(cls, self._name, found)
        return found


def _init(cls: type, plan: _Plan) -> Method:
    """Return the method that fills an object, compiled from what one would write by hand."""
    scope: Values = {"_put": object.__setattr__, "_unset": UNSET}
    takes, lines = ["self"], []
    for name, given in plan.given.items():
        taken, value = _taken(name, given, scope)
        takes += [taken] if taken else []
        put = f"_put(self, {name!r}, {value})" if plan.frozen else f"self.{name} = {value}"
        lines += [put] if value else []
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    text = f"def __init__({', '.join(takes)}):\n " + "\n ".join(lines or ["pass"])
    exec(text, scope)  # noqa: S102  # names of fields, and words of this module
    return scope["__init__"]  # type: ignore[return-value]  # made a line above


def _taken(name: str, given: object, scope: Values) -> tuple[str, str]:
    """Return a field's parameter and its value, "" where there is none."""
    written = isinstance(given, dataclasses.Field)
    # To whoever checks types, field() returns its default.
    field = given if written else dataclasses.field(default=given)
    one = cast("dataclasses.Field[object]", field)
    if one.default_factory is not UNSET:
        scope[make := f"_make_{name}"] = one.default_factory
        if not one.init:
            return "", f"{make}()"
        return f"{name}=_unset", f"{make}() if {name} is _unset else {name}"
    if one.default is UNSET:
        return (name, name) if one.init else ("", "")
    scope[default := f"_default_{name}"] = one.default
    return (f"{name}={default}", name) if one.init else ("", default)


def _from_twin(name: str) -> Callable[[type, _Plan], Method]:
    """Return a maker of a method that the standard library writes."""
    wanted = {"__eq__": "eq", "__hash__": "unsafe_hash", "__repr__": "repr"}.get(name, "order")
    also = {"eq": True} if wanted == "order" else {}

    def make(cls: type, plan: _Plan) -> Method:
        method: Method = plan.twin(**{wanted: True}, **also).__dict__[name]
        method.__qualname__ = f"{cls.__qualname__}.{name}"
        return method

    return make


_MAKERS = {name: _from_twin(name) for name in ("__eq__", "__hash__", "__repr__", *_ORDER)}
_MAKERS["__init__"] = _init


def _at_first_use(cls: type, name: str) -> None:
    """Put a method into a class that makes the real one in its place, and calls it."""
    make = _MAKERS[name]

    def stand_in(self: object, *values: object, **named: object) -> object:
        # Two threads may both make it: the same twice, and either is right.
        method = make(cls, cls.__dict__["__plan__"])
        setattr(cls, name, method)
        return method(self, *values, **named)

    setattr(cls, name, stand_in)


def _refuse_to_put(_one: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_one: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def names_of(cls: type) -> tuple[str, ...]:
    """Return the names of the fields of a data class; unlike `fields`, it makes nothing."""
    return tuple(cls.__plan__.given)  # type: ignore[attr-defined]  # its own note


def _all_values(self: object) -> list[object]:
    return [getattr(self, name) for name in names_of(type(self))]


def _put_back(self: object, values: list[object]) -> None:
    for name, value in zip(names_of(type(self)), values, strict=True):
        object.__setattr__(self, name, value)


def _with_slots(cls: type, plan: _Plan) -> type:
    """Return the class with a slot for each field that no parent has one for."""
    held = dict(cls.__dict__)
    for name in ("__dict__", "__weakref__", *plan.given):
        held.pop(name, None)
    inherited = {name for base in cls.__mro__[1:-1] for name in base.__dict__.get("__slots__", ())}
    held["__slots__"] = tuple(name for name in plan.given if name not in inherited)
    if plan.frozen:
        # Objects of frozen slots are copied and packed by hand.
        held.setdefault("__getstate__", _all_values)
        held.setdefault("__setstate__", _put_back)
    made = type(cls)(cls.__name__, cls.__bases__, held)
    made.__qualname__ = cls.__qualname__
    return made


def _without_slots(cls: type, plan: _Plan) -> type:
    """Return the class, with plain defaults alone among what it holds."""
    for name, given in plan.given.items():
        if isinstance(given, dataclasses.Field) and name in cls.__dict__:
            if given.default is UNSET:
                delattr(cls, name)
            else:
                setattr(cls, name, given.default)
    return cls


def _methods(cls: type, *, eq: bool, order: bool, frozen: bool) -> list[str]:
    """Return the methods that are the decorator's to make, as the standard one decides it."""
    own = cls.__dict__
    names = ["__init__", "__repr__", *(["__eq__"] if eq else []), *(_ORDER if order else ())]
    wanted = [name for name in names if name not in own]
    hashes = own.get("__hash__") is not None  # writing __eq__ alone leaves None there
    return [*wanted, "__hash__"] if eq and frozen and not hashes else wanted


def _late_dataclass(
    cls: type | None = None,
    *,
    eq: bool = True,
    order: bool = False,
    frozen: bool = False,
    slots: bool = False,
) -> type | Callable[[type], type]:
    """Make a data class, as the standard library's decorator of this name does."""

    def decorate(cls: type) -> type:
        plan = _Plan(cls, frozen=frozen)
        wanted = _methods(cls, eq=eq, order=order, frozen=frozen)
        cls = (_with_slots if slots else _without_slots)(cls, plan)
        matched = tuple(name for name, one in plan.given.items() if getattr(one, "init", True))
        notes: Values = {"__plan__": plan, "__match_args__": matched}
        notes |= {name: _Late(name) for name in ("__dataclass_fields__", "__dataclass_params__")}
        if frozen:
            notes |= {"__setattr__": _refuse_to_put, "__delattr__": _refuse_to_delete}
        elif eq and not cls.__dict__.get("__hash__"):
            notes["__hash__"] = None  # what can change has none
        for name, note in notes.items():
            setattr(cls, name, note)
        for name in wanted:
            _at_first_use(cls, name)
        return cls

    return decorate if cls is None else decorate(cls)


if TYPE_CHECKING:
    # To whoever checks types it is the standard one.
    from dataclasses import dataclass
else:
    dataclass = _late_dataclass
