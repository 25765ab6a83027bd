"""What can go wrong with an export, one class per cause."""

from kiosk.domain.errors import BadInputError
from kiosk.records.errors import RecordsError


class ExportTargetError(BadInputError):
    """The folder to export into is taken or cannot be used."""


class ExportRangeError(BadInputError):
    """The first day lies after the last."""


class KeyNeededError(BadInputError):
    """This form describes visits, which only a private recipient key can open."""


class DeskNotHereError(BadInputError):
    """This form holds one store as it is, so a desk's records have no place in it."""


class ExportFailedError(RecordsError):
    """The export could not be written to its end; nothing of it is left."""


class StoreNotInOrderError(RecordsError):
    """The store does not verify, so nothing is exported from it."""


class UnmappableRecordError(RecordsError):
    """A record holds something that the form has no place for."""
