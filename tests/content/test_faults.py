"""Each rule of the Markdown files, broken once: the fault is named with its file and line."""

import pytest

from kiosk.content.pack import PackError, load_pack
from tests.content.tiny_pack import TinyPack

M, Y, Q, C = "en/mechanism.md", "en/your-choice.md", "en/questions.md", "en/checks.md"
FIGURE = '![Two cells. A dot crosses the gap.](scene:cells-talk "Two cells")'

# What is swapped in which file, where the fault is seen (text on its line), what is said of it.
SENTENCES = [
    pytest.param(M, " [^MECH-01]\nThey", "\nThey", "very many", "cites no claim", id="uncited"),
    pytest.param(
        M, "cells. [^MECH-01]", "cells. [^]", "very many", "cites no claim", id="empty citation"
    ),
    pytest.param(
        M, "signal*, all day. [^MECH-01", "signal*. [^MECH-99", "signal", "MECH-99", id="unknown"
    ),
    pytest.param(
        M,
        "signal*, all day. [^MECH-01",
        "signal*. [^mech",
        "signal",
        "not in evidence",
        id="bad claim",
    ),
    pytest.param(
        M,
        "cells. [^MECH-01]",
        "cells [^MECH-01] yes.",
        "very",
        "end of the line",
        id="text after citation",
    ),
    pytest.param(M, "brain has", "brain. It has", "brain", "Two sentences", id="two sentences"),
    pytest.param(M, "brain has", "<b>brain</b> has", "brain", "HTML", id="raw html"),
    pytest.param(M, "brain has", "<!-- x --> has", "<!--", "HTML", id="html comment"),
    pytest.param(M, "brain has", "brain &amp; has", "&amp;", "Type", id="entity"),
    pytest.param(M, "brain has", "[brain](x.md) has", "brain", "link", id="link"),
    pytest.param(M, "brain has", "[brain](http://a.b) has", "brain", "A link", id="remote link"),
    pytest.param(M, "brain has", "<http://a.b> has", "http", "address", id="autolink"),
    pytest.param(M, "brain has", "www.a.org has", "www", "address", id="bare address"),
    pytest.param(M, "brain has", "[brain][b] has", "brain", "brackets", id="reference link"),
    pytest.param(M, "brain has", "![a](scene:unknown) has", "has", "picture", id="inline image"),
    pytest.param(M, "brain has", "`brain` has", "brain", "Code", id="code"),
    pytest.param(M, "brain has", "brain\\* has", "brain", "backslash", id="escape"),
    pytest.param(M, "brain has", "_brain_ has", "brain", "underscore", id="underscore"),
    pytest.param(M, "brain has", "~~brain~~ has", "brain", "Struck", id="strike"),
    pytest.param(M, "brain has", "a | b has", "a | b", "Tables", id="table cell"),
    pytest.param(M, "brain has", "{brain} has", "brain", "Curly", id="curly"),
    pytest.param(M, "*signal*", "*signal", "signal", "no partner", id="open star"),
    pytest.param(M, "**very many**", "***very***", "very", "Stars", id="strong in term"),
    pytest.param(
        M,
        "**very many** cells. [^MECH-01]",
        "**very [^MECH-01]**",
        "very",
        "Stars",
        id="cited star",
    ),
    pytest.param(
        M,
        "**very many** cells. [^MECH-01]\nThey pass on a *signal*, all day.",
        "**very many. [^MECH-01]\nThey** pass.",
        "very",
        "Stars",
        id="star over two lines",
    ),
]
STRUCTURE = [
    pytest.param(M, "Your brain", " Your brain", "brain", "starts with spaces", id="indented"),
    pytest.param(M, "- Another", "  - Another", "Another", "starts with spaces", id="nested list"),
    pytest.param(M, "- Another", "* Another", "Another", "dash", id="star bullet"),
    pytest.param(M, "- Another", "-Another", "Another", "space after", id="tight bullet"),
    pytest.param(M, "- Another", "- - Another", "- - A", "inside a list", id="list in list"),
    pytest.param(M, "2. Then", "2) Then", "Then", "1. ", id="bracket number"),
    pytest.param(M, "2. Then", "7. Then", "Then", "Write 2", id="wrong number"),
    pytest.param(M, "They pass", "- They pass", "They", "empty line before", id="list in text"),
    pytest.param(M, "> We do", "We do", "We do", "empty line before", id="lazy box line"),
    pytest.param(M, "> We do not know", "> - We know", "We know", "only sentences", id="box list"),
    pytest.param(M, "[!IDEA]", "[!HINT]", "HINT", "NOTE, IDEA", id="unknown box"),
    pytest.param(M, "> [!IDEA]\n", "", "Some links", "its kind", id="box without kind"),
    pytest.param(M, "> [!IDEA]\n", "> [!IDEA] Hi.\n", "IDEA", "its kind", id="box kind and text"),
    pytest.param(M, "> We do not", ">\n> We do not", ">\n> We", "no sentence", id="box gap"),
    pytest.param(M, "### What we think", "***", "***", "line of signs", id="rule"),
    pytest.param(
        M, "all day. [^MECH-01 MECH-07] [^SIDE-06]", "x.\n---", "---", "signs", id="setext"
    ),
    pytest.param(M, "### What we think", "#### What", "####", "at most", id="deep heading"),
    pytest.param(M, "### What we think", "###What", "###", "a space", id="tight heading"),
    pytest.param(M, "### What we think", "### W {#w}", "### W", "takes no", id="named subheading"),
    pytest.param(
        M, "### What we think", "# What {#w}", "# What", "Only the first", id="two titles"
    ),
    pytest.param(M, "### What we think", "| a | b |", "| a", "Tables", id="table"),
    pytest.param(M, "### What we think", "<div>", "<div>", "HTML", id="html block"),
    pytest.param(M, "### What we think", "[a]: b", "[a]", "definition", id="link definition"),
    pytest.param(M, "### What we think", "[^A]: b", "[^A]", "definition", id="footnote definition"),
    pytest.param(M, "### What we think", "- [ ] What", "[ ]", "check questions", id="stray choice"),
    pytest.param(M, "### What we think", "~~~\n", "~~~", "```", id="tilde fence"),
    pytest.param(M, "### What we think", "```note\n```", "```", "no ``` part", id="unknown fence"),
    pytest.param(M, "### What we think", "```crisis", "```", "never closed", id="open fence"),
]
PAGES = [
    pytest.param(M, " {#mechanism minutes", " {minutes", "# How", "exactly one name", id="no name"),
    pytest.param(M, "{#mechanism ", "{#other ", "# How", "#mechanism", id="name is not the file's"),
    pytest.param(M, 'minutes="3"', 'minutes="soon"', "# How", "whole number", id="bad minutes"),
    pytest.param(M, 'elements="C04"', 'elements="C39"', "## B", "C01 to C38", id="element"),
    pytest.param(M, 'routes="iv"', 'routes="im"', "## B", "iv, spray", id="unknown route"),
    pytest.param(M, 'routes="iv"', 'routes=""', "## B", "empty", id="empty key"),
    pytest.param(M, 'routes="iv"', 'colour="red"', "## B", "not known", id="unknown key"),
    pytest.param(M, 'routes="iv"', "safety", "## B", "not known", id="unknown flag"),
    pytest.param(M, 'routes="iv"', "routes=iv", "## B", "Cannot read", id="value without quotes"),
    pytest.param(M, 'routes="iv"', "routes=“iv”", "## B", "Cannot read", id="curly quotes"),
    pytest.param(M, 'routes="iv"', 'routes="iv" routes="iv"', "## B", "twice", id="key twice"),
    pytest.param(M, 'routes="iv"', "#two", "## B", "exactly one name", id="two names"),
    pytest.param(M, 'claims="MECH-01"', 'claims="MECH-99"', "## B", "MECH-99", id="title claim"),
    pytest.param(M, 'routes="iv"', 'topic="medicine"', "## B", "questions chapter", id="topic"),
    pytest.param(M, "#cells-talk", "#Cells", "## B", "small letters", id="capital in name"),
    pytest.param(
        M, "## Brain cells talk {", "## {", "## {", "no words", id="heading without words"
    ),
    pytest.param(M, "## Brain cells", "## Brain *cells*", "## B", "star", id="marks in a title"),
    pytest.param(M, "## Brain cells talk {#cells-talk", "## A {#a}\n\n## B {#b", "## A", "Nothing"),
    pytest.param(M, "\n## Brain", "\nHello. [^MECH-01]\n\n## Brain", "Hello", "before the first"),
    pytest.param(Q, '#how topic="medicine"', "#how", "## How", "needs a topic", id="no topic"),
    pytest.param(Q, 'topic="medicine"', 'topic="cost"', "## How", "no topic", id="unknown topic"),
    pytest.param(
        Q, "#how ", "#cells-talk ", "## How", "mechanism.md", id="page name of another file"
    ),
    pytest.param(
        Q,
        "sure. [^MECH-07]",
        'sure. [^MECH-07]\n\n## A {#how topic="visit"}\n\nB. [^MECH-07]',
        "## A",
        "line 3",
        id="page name twice",
    ),
]
PICTURES = [
    pytest.param(M, "scene:cells-talk", "scene:sunset", "![", "Known scenes", id="scene"),
    pytest.param(M, "scene:cells-talk", "figures/gone.svg", "![", "not in the pack", id="no file"),
    pytest.param(M, "scene:cells-talk", "figures/../a.svg", "![", "cannot come", id="way out"),
    pytest.param(M, "scene:cells-talk", "/etc/a.svg", "![", "cannot come", id="absolute"),
    pytest.param(M, "scene:cells-talk", "http://a.b/c.svg", "![", "cannot come", id="remote"),
    pytest.param(M, "scene:cells-talk", "figures/a.gif", "![", "cannot come", id="file kind"),
    pytest.param(
        M, "![Two cells. A dot crosses the gap.]", "![]", "![", "Say in words", id="no alt"
    ),
    pytest.param(M, FIGURE, f"{FIGURE} yes", "![", "stands alone", id="text after"),
    pytest.param(M, FIGURE, f"{FIGURE}\n{FIGURE}", "![", "stands alone", id="two pictures"),
    pytest.param(
        M, "(scene:cells-talk", "(<scene:cells-talk>", "![", "Write a picture", id="angle"
    ),
]
FENCES = [
    pytest.param(Y, "with = 29", "with = 101", "101", "0 to 100", id="too many people"),
    pytest.param(Y, "with = 29", 'with = "29"', '"29"', "0 to 100", id="number in quotes"),
    pytest.param(Y, "with = 29", "with = true", "true", "0 to 100", id="bool"),
    pytest.param(Y, "with = 29\n", "", "```icon", "missing", id="missing key"),
    pytest.param(Y, "with = 29", "with = 29\nwho = 1", "who", "not known", id="unknown key"),
    pytest.param(Y, "with = 29", "with 29", "with 29", "not valid TOML", id="bad toml"),
    pytest.param(Y, 'claims = ["SIDE-02"]', "claims = []", "claims = []", "empty", id="no claims"),
    pytest.param(Y, '["SIDE-02"]', '["SIDE-77"]', "SIDE-77", "not in evidence", id="claim"),
    pytest.param(
        Y, "also took a pill.", "took it. Then left.", "study", "one sentence", id="study"
    ),
    pytest.param(Y, '"Feel dizzy"', '"<i>dizzy</i>"', "<i>", "HTML", id="html in toml"),
    pytest.param(Y, "```crisis\n", "```crisis\na = 1\n", "a = 1", "not known", id="crisis key"),
    pytest.param(
        Y,
        "```crisis\n```",
        '```statement\nid = "went-through"\ntext = "b"\nclaims = ["CONS-03"]\n```',
        'statement\nid = "went-through"\ntext = "You',
        "statement name",
        id="statement name twice",
    ),
    pytest.param(Y, '"went-through"', '"Went"', '"Went"', "small letters", id="statement name"),
]
CHECKS = [
    pytest.param(C, "- [x] The", "- [ ] The", "- [ ] After", "0 choices have", id="none right"),
    pytest.param(C, "- [ ] After", "- [x] After", "After", "2 choices have", id="two right"),
    pytest.param(C, "- [ ] After lunch\n", "", "- [x]", "two to four", id="one choice"),
    pytest.param(C, "- [ ] After", "- [ ] a\n- [ ] b\n- [ ] c\n- [ ] d", "] a", "two to four"),
    pytest.param(C, "- [ ] After", "- [X] After", "After", "Write a choice", id="capital x"),
    pytest.param(C, "After lunch", "The next day", "- [ ] The", "the same", id="same choice"),
    pytest.param(C, "After lunch", "After *lunch*", "lunch", "star", id="marks in a choice"),
    pytest.param(C, "After lunch", "After lunch [^AFT-01]", "lunch", "brackets", id="cited choice"),
    pytest.param(
        C,
        "- [ ] After lunch\n- [x] The next day\n\n### Sleep first\n",
        "### Sleep first\n\nSleep. [^AFT-01]\n\n- [ ] After lunch\n- [x] The next day\n",
        "- [ ] After",
        "above the first",
        id="choices below an explanation",
    ),
    pytest.param(C, ' claims="AFT-01"', "", "## When", "its claims", id="no claims"),
    pytest.param(C, "safety}", "risky}", "## When", "not known", id="unknown flag"),
    pytest.param(C, "- [ ] After lunch\n- [x] The next day\n", "", "## When", "no choices"),
    pytest.param(C, "### Sleep first", "Hm. [^AFT-01]\n\n### Sleep first", "Hm.", "may follow"),
    pytest.param(C, "### Sleep first", "### One\n\n### Two", "### One", "Nothing stands"),
    pytest.param(
        C,
        "```crisis\n```",
        '```statement\nid = "a"\ntext = "b"\nclaims = ["AFT-01"]\n```',
        "```statement",
        "page of a chapter",
        id="statement in a question",
    ),
    pytest.param(
        C,
        "### Feeling",
        '## A? {#drive claims="AFT-01"}\n\n- [x] b\n- [ ] c\n\n### Feeling',
        "## A?",
        "line 3",
        id="question name twice",
    ),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "place", "words"),
    [*SENTENCES, *STRUCTURE, *PAGES, *PICTURES, *FENCES, *CHECKS],
)
def test_a_broken_rule_is_named_with_file_and_line(
    tiny: TinyPack, name: str, old: str, new: str, place: str, words: str
) -> None:
    tiny.swap(name, old, new)
    folder = tiny.write()
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    expected = (str(folder / name), tiny.line(name, place))
    found = [(one.path, one.line) for one in caught.value.problems if words in one.message]
    assert expected in found, [str(one) for one in caught.value.problems]


def test_all_problems_are_gathered_in_file_order(tiny: TinyPack) -> None:
    tiny.swap("en/questions.md", " [^MECH-07]", "")
    tiny.swap("en/mechanism.md", "scene:cells-talk", "scene:sunset")
    tiny.swap("en/mechanism.md", "[!IDEA]", "[!HINT]")
    tiny.swap("pack.toml", 'status = "draft"', 'status = "fine"')
    folder = tiny.write()
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    places = [(one.path.removeprefix(f"{folder}/"), one.line) for one in caught.value.problems]
    assert places == [
        ("en/mechanism.md", 5),
        ("en/mechanism.md", 12),
        ("en/questions.md", 5),
        ("pack.toml", 9),
    ]
    assert str(caught.value).startswith(f"{folder}/en/mechanism.md:5: There is no drawing")
    assert str(caught.value).endswith("(and 3 more)")


def test_one_problem_is_told_without_a_count(tiny: TinyPack) -> None:
    tiny.swap("en/questions.md", " [^MECH-07]", "")
    folder = tiny.write()
    with pytest.raises(PackError, match=r"questions\.md:5: This sentence .*MECH-01\]\.$"):
        load_pack(folder)


def test_a_fault_in_one_line_does_not_hide_its_neighbours(tiny: TinyPack) -> None:
    tiny.swap(
        "en/mechanism.md", "- Another step. [^MECH-01]", "*  Another step. [^MECH-01]\n- No claim."
    )
    with pytest.raises(PackError) as caught:
        load_pack(tiny.write())
    assert [one.line for one in caught.value.problems] == [17, 18]
