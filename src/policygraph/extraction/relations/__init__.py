"""Which entities hang together, and how: by the words of a sentence, or by a name that holds another."""
