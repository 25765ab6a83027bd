"""What goes wrong at the desk is said in its language, with what to do; the file stays named."""

import errno
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from kiosk.domain.errors import AnteroomError
from kiosk.i18n.catalogue import words_for
from kiosk.records.errors import KeyMissing, SaveFailed, WrongPassphrase
from kiosk.records.export.errors import StoreNotInOrderError
from kiosk.records.keys import new_recipient
from kiosk.staff.desk.desk import Ask, Desk, PausedError, WrongPinError
from kiosk.staff.desk.faults import SaidError, fault_words, in_words, reason_words
from kiosk.staff.desk.place import NoRecordsHereError, NoSuchPlaceError
from tests.staff.desk.desks import ANN, PIN, desk_at, kiosk_with, row_of, visit

Fail = Callable[[Desk, Path], object]


def no_folder(desk: Desk, home: Path) -> object:
    return desk.load(home / "gone")


def no_records(desk: Desk, home: Path) -> object:
    (home / "empty").mkdir()
    return desk.load(home / "empty")


def damaged(desk: Desk, home: Path) -> object:
    data = kiosk_with(home / "kiosk", visit("s1"))
    store = data / "records.db"
    text = store.read_bytes()
    store.write_bytes(text.replace(b'"kind":"ack"', b'"kind":"acK"'))
    return desk.load(data)


def no_key(desk: Desk, home: Path) -> None:
    desk.use_key(home / "gone.key", "oak")


def wrong_passphrase(desk: Desk, home: Path) -> None:
    new_recipient(home / "good.key", home / "good.pub", b"oak river")
    desk.use_key(home / "good.key", "oak")


def wrong_pin(desk: Desk, home: Path, times: int = 1) -> object:
    data = kiosk_with(home / "kiosk", visit("s1"))
    listed = desk.load(data)
    ask = Ask("discussed", row_of(listed, "s1"), ANN, PIN[::-1])
    for _ in range(times - 1):
        with pytest.raises(WrongPinError):
            desk.sign(listed, ask)
    return desk.sign(listed, ask)


def disk_full(_desk: Desk, _home: Path) -> object:
    raise SaveFailed("disk_full", "the disk is full; make room")


CAUSES: tuple[tuple[Fail, type[AnteroomError], str], ...] = (
    (no_folder, NoSuchPlaceError, "Conecte la memoria USB"),
    (no_records, NoRecordsHereError, "Elija la carpeta de datos"),
    (damaged, StoreNotInOrderError, "dañados"),
    (no_key, KeyMissing, "El archivo de la clave no está"),
    (wrong_passphrase, WrongPassphrase, "frase de contraseña"),
    (wrong_pin, WrongPinError, "Ese PIN no es correcto"),
    (partial(wrong_pin, times=6), PausedError, "Demasiados intentos"),
    (disk_full, SaveFailed, "El disco de este ordenador está lleno"),
)


@pytest.mark.parametrize(("fail", "cause", "spanish"), CAUSES)
def test_each_cause_is_said_in_the_language_of_the_desk_and_keeps_the_programs_own_line(
    tmp_path: Path, fail: Fail, cause: type[AnteroomError], spanish: str
) -> None:
    with pytest.raises(SaidError, match=spanish) as told:
        in_words(words_for("es"), partial(fail, desk_at(tmp_path / "desk"), tmp_path))
    error = told.value.__cause__
    assert isinstance(error, cause)
    own = str(error)
    assert own in str(told.value)
    assert fault_words(words_for("en"), error) == own
    arabic = fault_words(words_for("ar"), error)
    assert own in arabic
    assert arabic.partition("[")[0] not in ("", str(told.value).partition("[")[0])


def test_what_goes_well_is_handed_on() -> None:
    assert in_words(words_for("es"), partial(int, "7")) == 7


def test_why_a_file_was_not_written_is_said_in_the_language_too() -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    assert reason_words(words_for("es"), full) == "el disco está lleno"
    assert reason_words(words_for("es"), OSError(errno.EIO, "I/O")) == "I/O"
