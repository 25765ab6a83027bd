"""What makes a text one about ketamine, and what it must then say in any language."""

NAMED = r"\b(?:es)?[ck]etamin|\bspravato|كيتامين|سبرافاتو"

# Evidence ledger, section 5.9, number 3: claims the consent chapter must hold.
REQUIRED_CLAIMS: tuple[str, ...] = (
    "AFT-01",
    "AFT-02",
    "AFT-03",
    "AFT-06",
    "AFT-07",
    "RISK-01",
    "RISK-02",
    "RISK-03",
    "RISK-04",
    "RISK-05",
    "SIDE-01",
    "SIDE-02",
    "SIDE-03",
    "SIDE-04",
    "SIDE-05",
    "GRP-01",
    "GRP-02",
    "GRP-03",
    "GRP-04",
    "GRP-05",
    "GRP-08",
    "GRP-10",
    "ABU-01",
    "ABU-07",
    "REG-01",
    "REG-03",
    "REG-05",
    "ALT-03",
    "ALT-04",
    "CONS-02",
    "CONS-03",
    "CONS-04",
    "CONS-05",
    "BEN-02",
    "BEN-05",
    "LIM-01",
    "LIM-03",
)

# Why the dangerous claims of the ledger, section 6, may not be said, and what to say instead.
CLINIC = "It is given only in an approved clinic, where staff watch. Say so."
AT_HOME = "The FDA warns against use at home. Say so."
APPROVED = "Ketamine is not approved for any mental health use. Say “off-label”."
MISUSE = "It can be misused, and nobody knows how often that happens. Say so."
DISSOCIATION = "Feeling unreal is the most common effect. Give the numbers."
SHOT = "A shot works within minutes and needs staff and monitors. Say so."
SUICIDE = "It has not been shown to prevent suicide, and help must not wait. Say so."
ALL = "Some people must not have it. Say that it is not for everyone."
SAME_DAY = "On that day people are slow, sleepy and unsafe alone. Say what they must not do."
ADDICTION = "It is not approved for this and can itself be misused. Say so."
LASTING = "It is not a cure, and the lift often fades. Say so."
