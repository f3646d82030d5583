"""How work is executed: retries, quarantine, resumption."""
