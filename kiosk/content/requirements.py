"""The limits that every pack keeps, whatever the treatment."""

MAX_SENTENCE_WORDS = 20
PAGE_WORD_BUDGET = 60
MOST_PAGE_WORDS = 80
FEWEST_PICTURE_WORDS = 3
