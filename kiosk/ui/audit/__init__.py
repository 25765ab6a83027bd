"""Every page on every device, size, theme and language, measured against the acceptance rows."""
