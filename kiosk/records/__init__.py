"""The record store: sealed, signed, hash-chained entries in one SQLite file."""
