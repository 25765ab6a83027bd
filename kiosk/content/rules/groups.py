"""The groups of people that studies compare, by the words that name them in each language."""

# The first that is found names the group.
GROUPS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("dummy", r"dummy|placebo|without"),
        ("ECT", r"\bect\b|\bshock treatment"),
        ("ketamine", r"(?<!es)ketamine"),
        ("spray", r"\bspray\b"),
    ),
    "es": (
        ("dummy", r"imitacion|\bsin (?:el )?medicamento|placebo"),
        ("ECT", r"\btec\b|\bdescargas"),
        ("ketamine", r"(?<!s)[ck]etamina"),
        ("spray", r"\baerosol\b"),
    ),
    "ar": (
        ("dummy", r"وهمي|بدون|دون"),
        ("ECT", r"\bect\b|صدمات"),
        ("ketamine", r"(?<!س)كيتامين"),
        ("spray", r"بخاخ"),
    ),
}
