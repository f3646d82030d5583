"""Triggers that keep the ledger append-only, and the full-text index of each engine."""

from django.db import migrations

TABLES = (
    "bodyrow", "capturerow", "documentrow", "readingrow", "statementrow", "reportrow", "assertionrow", "findingrow",
    "incidentrow", "linkrow", "copyrow", "copybandrow", "judgementrow", "quarantinerow", "runrow",
)  # fmt: skip
PG_FUNCTION = """
CREATE OR REPLACE FUNCTION store_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$
"""
PG_SEARCH = (
    "CREATE INDEX store_search ON store_documentrow USING gin"
    " (to_tsvector('simple', left(title || ' ' || text, 500000)))"
)
SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE store_search USING fts5"
    " (document UNINDEXED, words, tokenize=\"unicode61 remove_diacritics 0\")"
)


def build(apps, schema_editor):
    run = schema_editor.execute
    if schema_editor.connection.vendor == "postgresql":
        run(PG_FUNCTION)
        run(PG_SEARCH)
        for table in TABLES:
            run(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON store_{table}"
                " FOR EACH ROW EXECUTE FUNCTION store_append_only()"
            )
        return
    run(SQLITE_SEARCH)
    for table in TABLES:
        for act in ("UPDATE", "DELETE"):
            run(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON store_{table}"
                " BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
            )


def take_down(apps, schema_editor):
    run = schema_editor.execute
    postgres = schema_editor.connection.vendor == "postgresql"
    if postgres:
        run("DROP FUNCTION store_append_only() CASCADE")
        run("DROP INDEX store_search")
        return
    run("DROP TABLE store_search")
    for table in TABLES:
        for act in ("update", "delete"):
            run(f"DROP TRIGGER {table}_no_{act}")


class Migration(migrations.Migration):
    dependencies = [("store", "0001_ledger")]
    operations = [migrations.RunPython(build, take_down)]
