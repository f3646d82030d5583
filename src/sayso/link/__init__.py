"""Reports to Incidents: candidates, copies, origins. Pure: what is known already is handed in."""
