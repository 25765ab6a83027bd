"""Content packs: plain Markdown files in, typed blocks out."""
