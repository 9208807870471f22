"""Which number is a value, what it shares with others, and what it is called."""
