"""From Reports to Incidents and Origins."""
