"""Whole visits through the real window: by touch or by keys, with open eyes."""
