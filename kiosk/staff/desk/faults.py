"""What went wrong with files, key or PIN, in the words of whoever sits at the desk."""

import errno
from collections.abc import Callable

from kiosk.domain.errors import AnteroomError
from kiosk.i18n.catalogue import Words
from kiosk.i18n.direction import always_apart
from kiosk.i18n.locales import SOURCE_TAG
from kiosk.records.apart import EndedEarlyError
from kiosk.records.errors import (
    BadKey,
    CannotUnseal,
    KeyMissing,
    OtherKey,
    SaveFailed,
    StoreBusy,
    StoreDamaged,
    StoreFolderUnusable,
    StoreTooNew,
    WrongPassphrase,
)
from kiosk.records.export.errors import StoreNotInOrderError
from kiosk.staff.desk.desk import (
    DeskLockedError,
    PausedError,
    UnprotectedKeyError,
    WrongPinError,
)
from kiosk.staff.desk.loading import NotLoadedError
from kiosk.staff.desk.people import PeopleFileError
from kiosk.staff.desk.place import NoRecordsHereError, NoSuchPlaceError


class SaidError(AnteroomError):
    """A fault whose text is in the language of the desk."""


def in_words(words: Words, work: Callable[[], object]) -> object:
    """Do the work; what it raises says what happened and what to do in these words."""
    try:
        return work()
    except AnteroomError as error:
        raise SaidError(fault_words(words, error)) from error


def fault_words(words: Words, error: AnteroomError) -> str:
    """Return what happened and what to do.

    In another language than English the program's own line stands behind it, for whoever helps: it
    names the file.
    """
    own = str(error)
    if words.locale.tag == SOURCE_TAG:
        return own
    told = _told(words, error)
    return f"{told} [{always_apart(own)}]" if told else own


def reason_words(words: Words, error: OSError) -> str:
    """Return why the system refused a file."""
    reasons = {
        errno.ENOSPC: words.t("the disk is full"),
        errno.EACCES: words.t("this user may not write there"),
        errno.EROFS: words.t("nothing can be written there"),
        errno.ENOENT: words.t("the folder is not there"),
    }
    return reasons.get(error.errno or 0, error.strerror or "")


def _told(words: Words, error: AnteroomError) -> str:
    if isinstance(error, PausedError):
        return words.n(
            "Too many tries. Wait {count} second.",
            "Too many tries. Wait {count} seconds.",
            error.seconds,
        )
    if isinstance(error, SaveFailed):
        return _not_saved(words, error)
    told = {**_places(words), **_keys(words), **_people(words)}
    # The finer cause stands before the one it belongs to.
    return next((text for kind, text in told.items() if isinstance(error, kind)), "")


def _places(words: Words) -> dict[type[AnteroomError], str]:
    again = words.t(
        "The records could not be read to the end. Open them again; if that fails, take a new "
        "backup from the kiosk."
    )
    changed = words.t(
        "These records are damaged or were changed. Do not use them; take a new backup from the "
        "kiosk and tell IT."
    )
    return {
        NoSuchPlaceError: words.t(
            "The folder or file is not there. Put the stick in, or choose another: Records, Open a "
            "folder."
        ),
        NoRecordsHereError: words.t(
            "No records were found there, or more than one store. Choose the kiosk’s data folder, "
            "or one backup file."
        ),
        StoreDamaged: changed,
        StoreNotInOrderError: changed,
        StoreTooNew: words.t(
            "These records were written by a newer version. Have this desk updated."
        ),
        StoreBusy: words.t("Another program is using these records. Close it and try again."),
        StoreFolderUnusable: words.t(
            "A folder cannot be used: the disk is full, or this user may not write there. Nothing "
            "was written; tell IT."
        ),
        NotLoadedError: again,
        EndedEarlyError: again,
    }


def _keys(words: Words) -> dict[type[AnteroomError], str]:
    return {
        KeyMissing: words.t("The key file is not there. Put the stick with the key in."),
        WrongPassphrase: words.t(
            "The passphrase does not open this key, or the file is no key. Type it again."
        ),
        UnprotectedKeyError: words.t(
            "This key has no passphrase, so whoever finds it reads everything. Have IT give it one."
        ),
        BadKey: words.t("This key cannot be used. Choose the clinic’s key."),
        OtherKey: words.t("This visit is sealed to another key than this one."),
        CannotUnseal: words.t("This visit cannot be opened: it was changed. Tell IT."),
        DeskLockedError: words.t("Locked. Open the key to go on."),
    }


def _people(words: Words) -> dict[type[AnteroomError], str]:
    return {
        WrongPinError: words.t("That PIN is not right. Nothing was written."),
        PeopleFileError: words.t("The list of people cannot be used. Tell IT."),
    }


def _not_saved(words: Words, error: SaveFailed) -> str:
    if error.reason == "disk_full":
        return words.t("The disk of this computer is full, so nothing was signed. Make room first.")
    return words.t("Nothing was signed, for it could not be saved. Try again, then tell IT.")
