"""What is done with what, and what it is: the named things of a text."""
