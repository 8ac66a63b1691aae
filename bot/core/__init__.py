"""The rules of the method and of a case: plain Python, no I/O, no clock, no randomness."""
