"""English rules for any treatment: no promise, no sale, no shame, no pressure, no consent."""

from kiosk.content.rules.rule import RuleSet, number_words, rule, turned

# A sentence with one of these denies something.
NO = r"\b(?:not|no|never|cannot|none|nobody|nor|neither|nothing|without)\b|n't\b"

_SELLS = "This promises or sells. Say what the claim says, without praise."
_SURE = "Studies have not settled this. Say what they found, in numbers."
_BLAMES = "This shames people. Say “people who …”."
_PRESSES = "This presses people. Say that they may wait, ask or say no."
_CONSENT = "The kiosk records that people learned, never that they agreed. Say so."
_TALKS_DOWN = "This talks down to people who are worried. Say the fact itself."

RULES = RuleSet(
    rules=(
        rule(
            r"\b(?:miracle|breakthrough|revolution|game.?chang|life.?chang|wonder drug)",
            "",
            _SELLS,
            asks=True,
        ),
        rule(r"\b(?:transforms?|transforming|amazing|incredible|cutting.?edge)\b", "", _SELLS),
        rule(
            r"\bsuccess (?:rate|stor)|\btestimonial|\bour (?:happy )?(?:patients|clients) (?:say|"
            r"report|tell|love)",
            "",
            _SELLS,
            asks=True,
        ),
        rule(
            r"\b(?:contact|call|book|visit) us (?:today|now)|\bspecial offer\b|\bbook (?:now|"
            r"today)",
            "",
            _SELLS,
            asks=True,
        ),
        rule(r"\brewir(?:e|es|ing)\b|\breset(?:s|ting)? (?:your|the) (?:brain|mind)", "", _SELLS),
        rule(
            r"\b(?:guarantee[ds]?|sure to (?:work|help)|always works|works for (?:all|every))",
            NO,
            _SURE,
        ),
        rule(
            r"\bcur(?:e|es|ed|ing)\b", rf"{NO}", "No treatment here is a cure. Say what it eases."
        ),
        rule(r"\b(?:proven|proves|proof that|prove that)\b", NO, _SURE),
        rule(
            r"\bpermanent|\blasting (?:\w+ )?(?:relief|change|benefit|result|effect)|"
            r"\b(?:instant|immediate) (?:relief|help|effect)|\blong-?lasting|\bfor ever\b|"
            r"\bforever\b",
            NO,
            "How long it helps is known only from studies. Give their numbers.",
        ),
        rule(
            r"\b(?:completely|totally|perfectly|100 ?%|entirely) safe\b|\brisk.?free\b|"
            r"\b(?:no|without|zero) (?:any )?(?:risks?|side effects?)\b|\b(?:minimal|zero) risk",
            r"\bnot the same as\b",
            "Every treatment has risks. Name them, with numbers.",
        ),
        rule(
            r"\b(?:addicts?|abusers?|junk(?:ie|y)s?|drunks|crazy|insane)\b", "", _BLAMES, asks=True
        ),
        rule(
            r"\bsimply\b|\bdon't worry\b|\bdo not worry\b|\bno need to (?:worry|fear)\b|"
            r"\bnothing to (?:worry about|fear)\b",
            "",
            _TALKS_DOWN,
        ),
        rule(
            r"\b(?:decide|sign|start|agree|act) (?:now|right now|today|at once)\b|"
            r"\blast chance\b|\bbefore it is too late\b|\blimited time\b",
            NO,
            _PRESSES,
        ),
        rule(
            r"\binformed consent (?:was|is|has been) (?:given|obtained|taken)|"
            r"\byou (?:have )?(?:now )?(?:given|gave) (?:your |informed )*consent",
            NO,
            _CONSENT,
        ),
        turned(r"\bagreed? to (?:the |this )?treatment\b", NO, "Put the “not” back."),
        turned(
            r"\b(?:give|gives|giving|gave|sign) (?:up|away) (?:any |your |all )*rights\b",
            NO,
            "Nobody gives up rights. Put the “no” back.",
        ),
        turned(
            r"\bmust (?:take|have|use|get|accept) (?:it|this|the (?:treatment|medicine))\b",
            NO,
            "Nobody must have a treatment. Put the “not” back.",
        ),
        turned(
            r"\b(?:approved|meant|made|safe) for (?:anyone|people|children|teens)(?: \w+)? under",
            NO,
            "Put the “not” back.",
        ),
        rule(r"[!‼❗]", "", "A shout is not calm. End the sentence with a full stop."),
        rule(
            "[\u2600-\u27bf\U0001f300-\U0001faff]",
            "",
            "A small picture means something else to each reader. Use words.",
        ),
    ),
    in_checks=(
        rule(
            r"\b(?:wrong|fail|fails|failed|incorrect|score|scores|test|mistake)\b",
            "",
            "A check asks how well we explained. Use words that blame nobody.",
            asks=True,
        ),
    ),
)

# Words that only those who know medicine know: each is explained where it first stands.
_HARD = """
agonist ampa anaesthesia anaesthetic analgesic anesthesia anesthetic aneurysm anticoagulant
antidepressant apnea avm bdnf benzodiazepine bioavailability bipolar bolus cognitive comorbidity
contraindication cystitis delirium dependence depersonalization derealization dissociation
dissociative dopamine dose-dependent efficacy esketamine glutamate hallucination hepatic
hypertension infusion intramuscular intranasal intravenous mania nausea neurotransmitter
nmda norepinephrine off-label opioid placebo plasticity psychedelic psychosis psychotic receptor
refractory relapse remission renal sedation sedative serotonin sublingual synapse syncope
tachycardia titration tolerance vertigo
"""
HARD_WORDS = frozenset(_HARD.split())
# A word of so many syllables is hard even when this list does not hold it.
LONG_WORD_SYLLABLES = 5

_DIGITS = {
    **dict(
        zip(
            [
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
            ],
            map(str, range(2, 13)),
            strict=True,
        )
    ),
    "dozen": "12",
    "thirteen": "13",
    "fourteen": "14",
    "fifteen": "15",
    "sixteen": "16",
    "seventeen": "17",
    "eighteen": "18",
    "nineteen": "19",
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
    "hundred": "100",
    "thousand": "1000",
}
_UNITS = (
    r"hours?|days?|nights?|weeks?|months?|years?|minutes?|times|"
    r"doses?|pills?|people|persons?|points?|percent|"
    r"(?:in|of|out of) (?:a |every )?(?:[0-9]+|three|four|five|ten|hundred)"
)
NUMBER_WORDS = number_words(_DIGITS, _UNITS)
