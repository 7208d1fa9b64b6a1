"""The HTTP side of the application: how requests are understood, bounded and answered."""
