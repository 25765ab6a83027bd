"""The codes a clinician chooses from, and the words for them."""

from kiosk.records.desk_records import Capacity, ItemState

# Words for each code; the record holds the code alone.
CAPACITY: dict[Capacity, str] = {
    "decides": "Able to decide this now",
    "supported": "Able to decide this now, with support",
    "representative": "A legal representative decides",
    "not_now": "Could not be judged, or not able today",
}
DISCUSSED: dict[str, str] = {
    "benefits_and_limits": "What it may do, and what is not known",
    "risks": "Side effects and serious risks",
    "choices": "Other treatments, and no treatment",
    "who_must_not": "Health, medicines, pregnancy, substances",
    "safety_rules": "Staying after the dose, the ride home, no driving",
    "free_choice": "Saying no or stopping at any time",
}
STATES: dict[ItemState, str] = {"resolved": "Resolved", "carried": "Carried forward"}
LONGEST_NOTE = 200
NO_NOTE = "-"
