"""From a Document to a Reading."""
