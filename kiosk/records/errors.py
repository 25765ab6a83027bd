"""What can go wrong with the record store, one class per cause."""

# ruff: noqa: N818 -- each name states the cause, as in "the store is busy"

from typing import Literal

from kiosk.domain.errors import AnteroomError, BadInputError

SaveReason = Literal["disk_full", "read_only", "damaged", "busy", "io", "unreadable", "mode"]


class RecordsError(AnteroomError):
    """The root of every error of the record store."""


class StoreBusy(RecordsError):
    """Another running kiosk holds the data folder."""


class StoreFolderUnusable(RecordsError):
    """The data folder cannot be made, read or written."""


class StoreDamaged(RecordsError):
    """The store or one of its companion files is not what this kiosk wrote."""


class CannotGoOn(RecordsError):
    """A damaged store must stay in use or closed: a new one would hide a fault or share it."""


class StillSound(RecordsError):
    """A store that was thought to be damaged is in order."""


class UnsafeStore(RecordsError):
    """SQLite did not accept a setting on which durability rests."""


class StoreTooNew(RecordsError):
    """The store was written by a newer release."""


class WrongMode(RecordsError):
    """Demo and production records must not share one data folder."""


class NoRecipient(RecordsError):
    """No recipient key is set, so nobody could ever read the records."""


class BadKey(BadInputError):
    """A key file is not the kind of key that is needed."""


class KeyMissing(BadKey):
    """There is no key file where one was named."""


class WrongPassphrase(BadKey):
    """The file is no private key, or the passphrase does not open it."""


class CannotUnseal(RecordsError):
    """The sealed part cannot be opened with this key."""


class OtherKey(CannotUnseal):
    """The record was sealed to other keys than the one used."""


class SessionRefused(RecordsError):
    """A new visit must not start because its record might not be saved."""


class SaveFailed(RecordsError):
    """A record is not on disk; `reason` is a stable code for the staff page."""

    def __init__(self, reason: SaveReason, message: str) -> None:
        super().__init__(message)
        self.reason: SaveReason = reason
