"""What people see and touch: the only place, with the app, that knows Qt."""
