"""Recordings of a pack's sentences: which there are, which are missing, how they are made."""
