"""From changed Values to Alerts."""
