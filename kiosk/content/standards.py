"""Three lists by which experts judge patient materials, each item in our own words.

PEMAT-P: AHRQ, 24 items (17 on understanding, 7 on acting). IPDAS: minimum criteria, version 4
(6 qualifying, 6 certifying; 4 more are for tests only). Index: CDC Clear Communication Index, 20
items. `asks` names what a program looks for in the pack; "" means that only a person can judge.
"""

from dataclasses import dataclass

PEMAT, IPDAS, INDEX = "PEMAT-P", "IPDAS", "CDC Clear Communication Index"


@dataclass(frozen=True, slots=True)
class Item:
    """One item; `judge` is what a person still has to decide, "" when the facts settle it."""

    standard: str
    id: str
    words: str
    asks: str = ""
    judge: str = ""


def _items(standard: str, rows: tuple[tuple[str, str, str, str], ...]) -> tuple[Item, ...]:
    return tuple(Item(standard, *row) for row in rows)


ITEMS: tuple[Item, ...] = (
    *_items(
        PEMAT,
        (
            ("U1", "A reader sees at once what it is for.", "title", "Is the purpose plain?"),
            (
                "U2",
                "Nothing leads away from that purpose.",
                "no-selling",
                "Does anything distract?",
            ),
            ("U3", "It uses everyday words.", "reading", "Do patients use these words?"),
            ("U4", "Medical terms teach the term and are explained.", "terms", ""),
            ("U5", "It says who does what (active voice).", "", "Read for passive sentences."),
            ("U6", "Numbers are clear.", "numbers", "Are the numbers easy to follow?"),
            ("U7", "Nobody needs to calculate.", "same-base", "Is there any sum left to do?"),
            ("U8", "It comes in short parts.", "short-pages", ""),
            ("U9", "Headings inform.", "headings", "Does each heading say what follows?"),
            ("U10", "The order makes sense.", "", "Read the pages in order."),
            ("U11", "It gives a summary.", "summary", "Does the summary hold the main points?"),
            (
                "U12",
                "Boxes and lists point to what matters.",
                "cues",
                "Do they mark the right things?",
            ),
            ("U15", "Pictures stand wherever they help.", "", "Where is a picture missing?"),
            ("U16", "Pictures support the words.", "", "Does a picture distract?"),
            (
                "U17",
                "Pictures have clear titles or captions.",
                "captions",
                "Are the captions clear?",
            ),
            ("U18", "Pictures are clear and not crowded.", "", "Look at each picture."),
            ("U19", "Tables are simple.", "no-tables", ""),
            (
                "A20",
                "It names at least one thing to do.",
                "actions",
                "Is it the right thing to do?",
            ),
            ("A21", "It speaks to the reader about what to do.", "you", ""),
            ("A22", "What to do is cut into small steps.", "", "Read each action."),
            (
                "A23",
                "It gives a tool, such as a list of questions.",
                "tools",
                "Is the tool useful?",
            ),
            ("A24", "It helps with sums.", "no-sums", ""),
            ("A25", "It says how to read charts.", "charts", "Does the text explain the charts?"),
            ("A26", "Pictures help to act.", "", "Look at the pictures beside actions."),
        ),
    ),
    *_items(
        IPDAS,
        (
            ("Q1", "It describes the condition.", "C01", "Is the description right and enough?"),
            ("Q2", "It names the decision.", "C23", "Is the decision named at the start?"),
            ("Q3", "It lists the options, waiting too.", "C21 C22", "Is an option missing?"),
            ("Q4", "It gives the good points of each option.", "C05 C21", "Of each option?"),
            ("Q5", "It gives the bad points of each option.", "C07 C08 C09", "Of each option?"),
            (
                "Q6",
                "It says what living through it is like.",
                "C16 C20",
                "Body, mind and daily life?",
            ),
            ("C1", "Good and bad are shown in equal detail.", "balance", "Is the weight even?"),
            ("C2", "It cites its evidence.", "evidence", ""),
            ("C3", "It says when it was made.", "dates", ""),
            ("C4", "It says how it is kept up to date.", "policy", ""),
            ("C5", "It says how sure the chances are.", "C06", "Is it said beside each chance?"),
            ("C6", "It says who paid for it.", "funding", "Is the statement complete?"),
            ("C7-10", "Four criteria for tests and screening.", "treatment", ""),
        ),
    ),
    *_items(
        INDEX,
        (
            ("1", "It has one main message.", "", "State the message, then look for others."),
            ("2", "The main message comes first.", "", "Look at the first page."),
            ("3", "The main message stands out.", "", "Look at the first page."),
            ("4", "A picture supports the main message.", "", "Look at the first picture."),
            ("5", "It calls for one or more actions.", "actions", "Are they the main ones?"),
            (
                "6",
                "Message and actions are in active voice.",
                "",
                "Read them for passive sentences.",
            ),
            ("7", "It uses the words of its readers.", "reading", "Ask readers."),
            (
                "8",
                "Lists hold what belongs together.",
                "lists",
                "Are the lists short and parallel?",
            ),
            ("9", "Parts have headings.", "headings", "Do the headings fit their parts?"),
            ("10", "The key facts stand in the first part.", "", "Read the first chapter."),
            ("11", "It says what experts know and do not know.", "C06", "Is it said plainly?"),
            ("12", "It says what to do.", "actions", "Is the advice right?"),
            ("13", "It says why that matters.", "", "Read each action."),
            ("14", "It says how to do it.", "", "Read each action."),
            ("15", "Numbers are of a kind that readers know.", "same-base", "Ask readers."),
            (
                "16",
                "It explains what numbers mean.",
                "comparisons",
                "Is the meaning said in words?",
            ),
            ("17", "Nobody needs to calculate.", "same-base", "Is there any sum left to do?"),
            ("18", "It says what the risk is.", "C08", "Is the risk said plainly?"),
            (
                "19",
                "It gives good and bad of what it advises.",
                "balance",
                "Of each piece of advice?",
            ),
            ("20", "Chances come in words or pictures too.", "arrays", "Are the words helpful?"),
        ),
    ),
)
