"""Choices in equal detail: every page of a topic with points tells each of them, in one order."""

from collections.abc import Iterator

from kiosk.content.arranged import Options
from kiosk.content.blocks import Bullets, Page
from kiosk.content.problems import Problem
from kiosk.content.scope import Scope
from kiosk.content.sentence import Sentence


def option_faults(scope: Scope) -> Iterator[Problem]:
    """Pages that tell more or less of a choice than the topic in pack.toml names."""
    points = {topic.id: topic.points for topic in scope.lesson.topics if topic.points}
    for chapter in scope.lesson.chapters:
        for page in chapter.pages:
            wanted = points.get(page.topic, ())
            told = told_points(page)
            # A table of the choices is none itself.
            table = any(isinstance(block, Options) for block in page.blocks)
            if wanted and told != wanted and not table:
                message = f"{_difference(wanted, told)} Begin one line of a list with each."
                yield scope.fault((chapter.id, page.line), "options", message)


def told_points(page: Page) -> tuple[str, ...]:
    """The point that each line of the lists of a page begins with, in strong words."""
    lists = (block for block in page.blocks if isinstance(block, Bullets))
    return tuple(_point(line) for block in lists for line in block.items)


def _point(line: Sentence) -> str:
    first = line.runs[0]
    return first.text.strip().rstrip(":").rstrip() if first.style == "strong" else ""


def _difference(wanted: tuple[str, ...], told: tuple[str, ...]) -> str:
    order = ", ".join(wanted)
    missing = [one for one in wanted if one not in told]
    if missing:
        return f"This choice does not tell “{missing[0]}”. The points of its topic are: {order}."
    return f"This choice tells its points in another way. Those of its topic are: {order}."
