"""The ledger: tables, migrations, Writer and View (as-of)."""
