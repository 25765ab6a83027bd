"""The two roots every Anteroom error grows from."""


class AnteroomError(Exception):
    """An expected failure whose message says what happened and what to do next."""


class BadInputError(AnteroomError):
    """Something a person wrote is wrong; the message starts with file:line where known."""
