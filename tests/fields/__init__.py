"""Every field of every type of fact, from where it comes in to where it goes out."""
