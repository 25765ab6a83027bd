"""The patient's copy on paper: its layout, its code, its way to a file or a printer."""
