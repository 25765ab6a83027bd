"""The desk: an ordinary window for reception and clinicians."""
