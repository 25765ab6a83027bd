"""One painted widget per kind of content block."""
