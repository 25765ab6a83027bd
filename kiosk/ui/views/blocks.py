"""From typed content blocks to items of a sheet."""

from collections.abc import Iterable

from kiosk.content import arranged, blocks
from kiosk.content.sentence import Sentence
from kiosk.ui.views.context import Showing
from kiosk.ui.views.sheet import (
    ArrayItem,
    BulletItem,
    Cell,
    DayItem,
    DayStop,
    FigureItem,
    Item,
    PanelItem,
    Picture,
    Runs,
    StageWords,
    TableItem,
    TextItem,
    plain,
)

_ICONS = {
    "NOTE": "info",
    "IDEA": "sparkles",
    "TELL": "message-circle",
    "ASK": "circle-help",
    "SAFETY": "shield",
}


def runs(sentence: Sentence) -> Runs:
    """Return the runs of a sentence."""
    return tuple((run.text, run.style) for run in sentence.runs)


def callout_title(showing: Showing, kind: str) -> str:
    """Return the small title over a callout."""
    titles = {
        "NOTE": showing.t("Good to know"),
        "IDEA": showing.t("An idea, still being studied"),
        "TELL": showing.t("Please tell us"),
        "ASK": showing.t("Ask your clinician"),
        "SAFETY": showing.t("For your safety"),
    }
    return titles[kind]


def items_of(showing: Showing, some: Iterable[blocks.Block]) -> tuple[Item, ...]:
    """Return the items of blocks in reading order; pictures are left to picture_of."""
    found: list[Item] = []
    statements: list[Runs] = []
    for block in some:
        if isinstance(block, blocks.Statement):
            statements.append(plain(block.text))
        elif not blocks.tells_words(block):
            found.extend(_items(showing, block))
    if statements:
        found.append(PanelItem("", "", tuple(statements)))
    return tuple(found)


def _items(showing: Showing, block: blocks.Block) -> list[Item]:
    match block:
        case blocks.Paragraph() | blocks.Bullets() | blocks.Callout():
            return _sentences(showing, block)
        case blocks.Subheading():
            return [TextItem(plain(block.text), "strong", "primary")]
        case blocks.Statement():
            return [PanelItem("", "", (plain(block.text),))]
        case arranged.Timeline():
            return [_day(block)]
        case arranged.Options():
            return [_table(showing, block)]
        case blocks.Crisis():
            return [crisis_item(showing)]
        case blocks.IconArray() | blocks.Figure():
            words = block.study if isinstance(block, blocks.IconArray) else block.caption
            return [TextItem(plain(words), "detail", "ink2")] if words else []


def _sentences(
    showing: Showing, block: blocks.Paragraph | blocks.Bullets | blocks.Callout
) -> list[Item]:
    if isinstance(block, blocks.Paragraph):
        return [TextItem(runs(sentence)) for sentence in block.sentences]
    if isinstance(block, blocks.Bullets):
        return [
            BulletItem(runs(item), str(number) if block.ordered else "")
            for number, item in enumerate(block.items, start=1)
        ]
    kind = "notice" if block.kind == "SAFETY" else "tint"
    texts = tuple(runs(sentence) for sentence in block.sentences)
    return [PanelItem(callout_title(showing, block.kind), _ICONS[block.kind], texts, kind)]


def _day(block: arranged.Timeline) -> DayItem:
    stops = tuple(
        DayStop(number, stop.name, stop.time, runs(stop.sentence))
        for number, stop in enumerate(block.stops, start=1)
    )
    names = tuple(stop.name for stop in stops)
    times = tuple(stop.time for stop in stops if stop.time)
    return DayItem(stops, len(stops), names, times)


def _table(showing: Showing, block: arranged.Options) -> TableItem:
    name = _point(block.rows[0]) or showing.listed(row.name for row in block.rows)
    return TableItem(tuple(_cell(showing, row) for row in block.rows), name=name)


def _point(row: arranged.Option) -> str:
    """Return what a row of the table is about, where its sentence begins with that."""
    first, *rest = runs(row.sentence)
    return first[0].rstrip(" :") if first[1] == "strong" and rest else ""


def _cell(showing: Showing, row: arranged.Option) -> Cell:
    """Return a cell without the name of the point, which the title of the page says."""
    first, *rest = runs(row.sentence)
    said, point = row.sentence.text, _point(row)
    if not point:
        return Cell(row.name, (first, *rest), said, f"{row.name}. {said}")
    text = "".join(text for text, _ in rest).strip()
    name = showing.t("{point}, {option}: {text}", point=point, option=row.name, text=text)
    (start, style), *others = rest
    start = start.lstrip()
    return Cell(row.name, ((start[:1].upper() + start[1:], style), *others), said, name)


def crisis_item(showing: Showing, *, first: str = "", named: bool = True) -> PanelItem:
    """Return the help lines of the region that is set, and of no other; first goes before.

    named says whose number it is.
    """
    region = showing.region
    if region is None:
        lines = [showing.t("If you are in danger, call your local emergency number.")]
    else:
        lines = [_line(showing, line, named=named) for line in region.lines]
        lines.append(showing.t("If you are in danger, call {number}.", number=region.emergency))
    return PanelItem(
        showing.t("Help at any time"),
        "phone",
        tuple(plain(line) for line in (first, *lines) if line),
        "help",
    )


def _line(showing: Showing, line: blocks.CrisisLine, *, named: bool) -> str:
    hours = line.hours_for(showing.lesson.language)
    texts = line.call and line.text and line.call == line.text
    if not named:
        if texts:
            return showing.t("Call or text {number}. {hours}", number=line.call, hours=hours)
        return showing.t("Call {number}. {hours}", number=line.call, hours=hours)
    if texts:
        return showing.t(
            "{name}: call or text {number}. {hours}",
            name=line.name,
            number=line.call,
            hours=hours,
        )
    return showing.t(
        "{name}: call {number}. {hours}", name=line.name, number=line.call, hours=hours
    )


def picture_of(showing: Showing, some: Iterable[blocks.Block]) -> Picture | None:
    """Return the picture of a page, if it has one."""
    for block in some:
        if isinstance(block, blocks.Figure):
            file = "" if block.scene else block.source
            words = stage_words(showing, block.scene) if block.scene else None
            return FigureItem(block.scene, file, block.alt, scene_labels(showing), words)
        if isinstance(block, blocks.IconArray):
            return _array(showing, block)
    return None


def _array(showing: Showing, block: blocks.IconArray) -> ArrayItem:
    numbers = tuple(
        showing.t("{count} in 100", count=count)
        for count in (block.with_count, block.without_count)
    )
    spoken = showing.t(
        "{effect}. Out of 100 people, {first}: {with_count}. Out of 100 people, {second}: "
        "{without_count}.",
        effect=block.effect,
        first=block.with_label,
        with_count=block.with_count,
        second=block.without_label,
        without_count=block.without_count,
    )
    return ArrayItem(
        (block.with_count, block.without_count),
        (numbers[0], numbers[1]),
        (block.with_label, block.without_label),
        spoken,
    )


def stage_words(showing: Showing, scene: str) -> StageWords:
    """Return the words on the buttons of a scene: one for each thing a tap on it can do."""
    # Here, because Welcome shows no drawing.
    from kiosk.ui.stage.timeline import LAST_SCENE
    from kiosk.ui.stage.touch import parts

    names = {"doors": showing.t("Doors"), "medicine": showing.t("Medicine")}
    sides = (
        ("before", showing.t("Before"), showing.t("Before. Few dots cross. The links are thin.")),
        ("after", showing.t("After"), showing.t("After, as an idea. A thin new link is there.")),
    )
    return StageWords(
        again=showing.t("Play again"),
        pause=showing.t("Pause"),
        go_on=showing.t("Play on"),
        parts=tuple((part, names[part]) for part in parts(scene)),
        sides=sides if scene == LAST_SCENE else (),
    )


def scene_labels(showing: Showing) -> tuple[tuple[str, str], ...]:
    """Return the words that may stand in a drawing."""
    return (
        ("cell-a", showing.t("Cell A")),
        ("cell-b", showing.t("Cell B")),
        ("ampa", "AMPA"),
        ("nmda", "NMDA"),
        ("medicine", showing.t("Medicine")),
        ("glutamate", showing.t("Glutamate")),
        ("bdnf", "BDNF"),
        ("question", showing.t("?")),
    )
