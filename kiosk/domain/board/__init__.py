"""The board of all kiosks: what each says of itself, what a desk answers, who has been heard."""
