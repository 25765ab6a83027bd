"""Words that may not be said, one file per language; those on one treatment stand apart."""
