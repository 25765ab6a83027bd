"""The page that checks a copy, in a real browser: genuine, changed or not complete."""

import json
from collections.abc import Callable

import pytest

from tests.copy_page.browser import Tab
from tests.copy_page.conftest import Copy


def verdict(tab: Tab, text: str, key: str = "") -> str:
    """Put text into the page, check, and return the verdict's name."""
    tab.run(f"byId('copy').value = {json.dumps(text)}; byId('key').value = {json.dumps(key)}")
    tab.run("run()")
    name: str = tab.run("byId('result').dataset.verdict")
    return name


def shown(tab: Tab) -> str:
    text: str = tab.run("byId('result').innerText")
    return text


def swapped(text: str, old: str, new: str) -> str:
    assert text.count(old) >= 1
    return text.replace(old, new, 1)


def test_a_copy_as_it_came_is_genuine_and_names_its_kiosk(tab: Tab, copy: Copy) -> None:
    assert verdict(tab, copy.all, copy.kiosk) == "genuine"
    text = shown(tab)
    grouped = " ".join(copy.kiosk[at : at + 4] for at in range(0, 16, 4))
    for fact in (copy.receipt, copy.check_code, grouped, "2026-11-21", "I have questions first"):
        assert fact in text


KEEPS: dict[str, Callable[[Copy], str]] = {
    "lines broken elsewhere": lambda copy: copy.all.replace(" ", "\n"),
    "all on one line": lambda copy: copy.all.replace("\n", " "),
    "code broken into lines": lambda copy: (
        copy.words + "\n".join(copy.code[at : at + 60] for at in range(0, 999, 60))
    ),
    "code first": lambda copy: copy.code + "\n" + copy.words,
    "a letter's head before it": lambda copy: "Dear Sir,\nhere it is:\n" + copy.all,
    "curly quotes and bullets": lambda copy: copy.all.replace("I have", "• I have"),
    "windows line ends": lambda copy: copy.all.replace("\n", "\r\n"),
}
CHANGES: dict[str, Callable[[Copy], str]] = {
    "one letter": lambda copy: swapped(copy.all, "questions", "questionz"),
    "the door": lambda copy: swapped(copy.all, "I have questions first", "I am ready to go on"),
    "the receipt": lambda copy: swapped(copy.all, "RECEIPT", "RECEIPX"),
    "not": lambda copy: swapped(copy.all, "is not consent", "is consent"),
    "a line added": lambda copy: swapped(copy.all, "You chose", "And more.\nYou chose"),
    "a line left out": lambda copy: swapped(copy.all, "You chose\n", ""),
    "the 20 letters": lambda copy: swapped(copy.all, "ACDE-FGHJ", "ACDE-FGHK"),
}
CUTS: dict[str, Callable[[Copy], str]] = {
    "nothing": lambda _: "",
    "spaces": lambda _: "  \n ",
    "no code": lambda copy: copy.words,
    "no words": lambda copy: copy.code,
    "code cut": lambda copy: copy.words + copy.code[:-80],
    "code cut short": lambda copy: copy.words + copy.code[:40] + ":",
    "no last line": lambda copy: swapped(copy.all, "ACDE-FGHJ-KMNP-QRTV-WXY3", ""),
    "a newer code": lambda copy: swapped(copy.all, "ANTEROOM:1:", "ANTEROOM:2:"),
}


@pytest.mark.parametrize("how", KEEPS)
def test_what_copying_changes_does_not_count(tab: Tab, copy: Copy, how: str) -> None:
    assert verdict(tab, KEEPS[how](copy)) == "genuine"


@pytest.mark.parametrize("what", CHANGES)
def test_a_changed_word_is_changed(tab: Tab, copy: Copy, what: str) -> None:
    assert verdict(tab, CHANGES[what](copy)) == "changed"


@pytest.mark.parametrize("what", CUTS)
def test_a_part_alone_is_not_complete(tab: Tab, copy: Copy, what: str) -> None:
    assert verdict(tab, CUTS[what](copy)) == "incomplete"


def test_a_change_of_any_letter_of_the_code_is_seen(tab: Tab, copy: Copy) -> None:
    start = copy.code.index(":", 10) + 1
    # The last letter before the colon holds bits that fill the last byte, so it is left out.
    for at in range(start, len(copy.code) - 2, 23):
        letter = "A" if copy.code[at] != "A" else "B"
        code = copy.code[:at] + letter + copy.code[at + 1 :]
        assert verdict(tab, copy.words + code) == "changed", at


def test_another_kiosk_is_told_apart_by_its_key(tab: Tab, copy: Copy, other_copy: Copy) -> None:
    assert verdict(tab, other_copy.all) == "genuine"
    assert verdict(tab, other_copy.all, copy.kiosk) == "changed"
    assert verdict(tab, copy.words + other_copy.code) == "genuine"
    grouped = " ".join(copy.kiosk[at : at + 4] for at in range(0, 16, 4))
    assert verdict(tab, copy.all, grouped.upper()) == "genuine"


def test_a_signature_under_another_key_is_refused(tab: Tab, copy: Copy, other_copy: Copy) -> None:
    # The first 48 letters hold 30 bytes of the key and nothing else.
    spliced = copy.code[:11] + other_copy.code[11:59] + copy.code[59:]
    assert verdict(tab, copy.words + spliced) == "changed"
