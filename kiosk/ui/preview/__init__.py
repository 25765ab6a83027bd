"""The preview of a pack that is being written: the page, and its faults beside it."""
