"""One module per kind of page: a view-model in, verbs out."""
