"""Where captures are kept in WARC files, and the one way in which captured bytes may go: with a tombstone."""

from django.db import migrations, models

TABLES = ("keptrow", "droppedrow")
# The bytes of a body may become empty when a tombstone says so, and come back when they were captured again.
GOES = (
    "NEW.digest = OLD.digest AND NEW.size = OLD.size AND ((length(NEW.data) = 0 AND length(OLD.data) > 0"
    " AND EXISTS (SELECT 1 FROM store_droppedrow d WHERE d.digest = OLD.digest))"
    " OR (length(OLD.data) = 0 AND length(NEW.data) > 0))"
)
PG_BODY = f"""
CREATE OR REPLACE FUNCTION store_body_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP = 'UPDATE' THEN IF {GOES} THEN RETURN NEW; END IF; END IF;
  RAISE EXCEPTION 'the ledger is append-only';
END $$
"""
SQLITE_BODY = (
    "CREATE TRIGGER bodyrow_no_update BEFORE UPDATE ON store_bodyrow{when}"
    " BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
)
PG_TRIGGER = (
    "CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON store_{table} FOR EACH ROW EXECUTE FUNCTION {name}()"
)


def add_triggers(apps, schema_editor):
    run = schema_editor.execute
    if schema_editor.connection.vendor == "postgresql":
        run(PG_BODY)
        run("DROP TRIGGER bodyrow_append_only ON store_bodyrow")
        run(PG_TRIGGER.format(table="bodyrow", name="store_body_append_only"))
        for table in TABLES:
            run(PG_TRIGGER.format(table=table, name="store_append_only"))
        return
    run("DROP TRIGGER bodyrow_no_update")
    run(SQLITE_BODY.format(when=f" WHEN NOT ({GOES})"))
    for table in TABLES:
        for act in ("UPDATE", "DELETE"):
            run(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON store_{table}"
                " BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
            )


def drop_triggers(apps, schema_editor):
    run = schema_editor.execute
    if schema_editor.connection.vendor == "postgresql":
        run("DROP FUNCTION store_body_append_only() CASCADE")
        run(PG_TRIGGER.format(table="bodyrow", name="store_append_only"))
        for table in TABLES:
            run(f"DROP TRIGGER {table}_append_only ON store_{table}")
        return
    run("DROP TRIGGER bodyrow_no_update")
    run(SQLITE_BODY.format(when=""))
    for table in TABLES:
        for act in ("update", "delete"):
            run(f"DROP TRIGGER {table}_no_{act}")


class Migration(migrations.Migration):
    dependencies = [("store", "0007_sources")]

    operations = [
        migrations.CreateModel(
            name="KeptRow",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("digest", models.CharField(max_length=64)),
                ("address", models.TextField()),
                ("at", models.DateTimeField()),
                ("source", models.CharField(max_length=100)),
                ("file", models.CharField(db_index=True, max_length=100)),
                ("offset", models.BigIntegerField()),
                ("length", models.BigIntegerField()),
                ("kind", models.CharField(max_length=10)),
                ("record", models.CharField(max_length=60)),
                ("uri", models.TextField()),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["digest", "at"], name="store_kept_digest")],
            },
        ),
        migrations.CreateModel(
            name="DroppedRow",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("digest", models.CharField(db_index=True, max_length=64)),
                ("size", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("why", models.TextField()),
            ],
            options={"abstract": False},
        ),
        migrations.RunPython(add_triggers, drop_triggers),
    ]
