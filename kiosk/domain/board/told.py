"""What becomes of a call for help, as far as anybody knows."""

from enum import StrEnum


class Told(StrEnum):
    """What a person who wants help may be told of it; each only once it is true."""

    SENDING = "sending"
    SENT = "sent"
    UNSENT = "unsent"
    SEEN = "seen"
