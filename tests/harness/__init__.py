"""What the tests drive: the real processes, and people who talk with them."""
