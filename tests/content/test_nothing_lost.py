"""The last net: should the library ever swallow a word, the line is refused."""

from xml.etree.ElementTree import Element

import pytest

from kiosk.content.parse_inline import MarkdownReader
from kiosk.content.parse_sentences import read_sentences
from kiosk.content.split import Part

LINES = ("Cells talk. [^MECH-01]", "They *never* stop. [^MECH-01]")


def faults(elements: list[Element], *lines: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    read_sentences(
        elements,
        Part("paragraph", 7, lines),
        0,
        lambda line, message, _: found.append((line, message)),
    )
    return found


def test_lines_read_whole_have_no_fault() -> None:
    assert faults(MarkdownReader().tree(LINES), *LINES) == []


def test_a_swallowed_word_is_seen() -> None:
    elements = MarkdownReader().tree(LINES)
    elements[0][1].text = ""
    assert [line for line, message in faults(elements, *LINES) if "read whole" in message] == [8]


def test_a_swallowed_line_is_seen() -> None:
    elements = MarkdownReader().tree(LINES[:1])
    assert [line for line, _ in faults(elements, *LINES)] == [8]


@pytest.mark.parametrize("tag", ["a", "img", "code", "sub", "section"])
def test_an_element_we_do_not_know_is_seen_on_its_line(tag: str) -> None:
    elements = MarkdownReader().tree(LINES)
    elements[0][1].tag = tag
    assert [line for line, _ in faults(elements, *LINES)] == [8]


def test_an_attribute_we_do_not_know_is_seen() -> None:
    elements = MarkdownReader().tree(LINES)
    elements[0][1].set("style", "display: none")
    assert [line for line, _ in faults(elements, *LINES)] == [8]


def test_the_library_keeps_what_it_would_define() -> None:
    (paragraph,) = MarkdownReader().tree(("[a]: http://example.org",))
    assert paragraph.text == "[a]: http://example.org"
