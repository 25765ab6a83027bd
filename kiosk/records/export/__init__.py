"""Records as files for other programs, each set with a manifest."""
