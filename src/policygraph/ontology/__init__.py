"""The concepts that come with the package, as plain frozen values: themes, indicators, units, places; and English labels."""
