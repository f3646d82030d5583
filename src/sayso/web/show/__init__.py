"""Pure functions that turn the frozen records into what a template can print."""
