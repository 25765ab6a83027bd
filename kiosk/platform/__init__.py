"""What the machine offers: folders, durable files and time. No Qt."""
