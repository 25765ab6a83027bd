"""The report on paper says what the check said, and nothing that a name can smuggle in."""

from html.parser import HTMLParser

from kiosk.staff.readiness import Check
from kiosk.staff.readiness_report import BY_HAND, Subject, report_html

SUBJECT = Subject("pc-<7>", "0.1.0", "production", "/data", "2026-11-26T08:00:00.000Z")
GOOD = Check("disk", ok=True, what="71614 MB free", note="Memory may be written to /dev/sda2")
BAD = Check("clock", ok=False, what="the clock says <1970>", todo="Set date & time.")


class Reader(HTMLParser):
    """Collects the text, and proves that every tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not {name for name, _ in attrs} & {"src", "href"}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(*checks: Check) -> str:
    reader = Reader()
    reader.feed(report_html(SUBJECT, checks))
    assert reader.open == []
    return " ".join(" ".join(reader.text).split())


def test_every_condition_is_there_with_what_to_do() -> None:
    text = read(GOOD, BAD)
    for words in (GOOD.what, GOOD.note, BAD.what, BAD.todo, "pc-<7>", "2026-11-26 08:00 UTC"):
        assert words in text
    assert "Not ready for real visits: 1 of 2 conditions are not met." in text


def test_ready_is_said_only_when_all_is_met() -> None:
    assert "Ready for real visits." in read(GOOD)
    assert "Ready for real visits." not in read(BAD)


def test_what_only_a_person_can_see_is_there_to_tick() -> None:
    text = read(GOOD)
    assert all(line in text for line in BY_HAND)
