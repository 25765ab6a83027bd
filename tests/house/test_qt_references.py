"""The Qt binding in use does not lose references to None.

One release of it did, on every call that returns nothing, and ended the interpreter after some
thousands of calls. From Python 3.12 on None is immortal, so there the count cannot fall.
"""

import sys

from PySide6.QtCore import QObject

CALLS = 200
# Anything else in the process may take or give back a few references meanwhile.
SLACK = 50


def test_two_hundred_void_calls_keep_the_reference_count_of_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for number in range(CALLS):
        thing.setObjectName(str(number))
    assert sys.getrefcount(None) > before - SLACK
