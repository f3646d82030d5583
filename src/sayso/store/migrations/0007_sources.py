"""Watched sources: their configuration and every look at them (append-only), and the working queue of their items."""

import django.db.models.deletion
from django.db import migrations, models

TABLES = ("sourcerow", "lookrow")


def add_triggers(apps, schema_editor):
    run = schema_editor.execute
    for table in TABLES:
        if schema_editor.connection.vendor == "postgresql":
            run(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON store_{table}"
                " FOR EACH ROW EXECUTE FUNCTION store_append_only()"
            )
            continue
        for act in ("UPDATE", "DELETE"):
            run(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON store_{table}"
                " BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
            )


def drop_triggers(apps, schema_editor):
    run = schema_editor.execute
    for table in TABLES:
        if schema_editor.connection.vendor == "postgresql":
            run(f"DROP TRIGGER {table}_append_only ON store_{table}")
            continue
        for act in ("update", "delete"):
            run(f"DROP TRIGGER {table}_no_{act}")


class Migration(migrations.Migration):

    dependencies = [
        ("store", "0006_line_words"),
    ]

    operations = [
        migrations.CreateModel(
            name="SourceRow",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("source", models.CharField(db_index=True, max_length=100)),
                ("at", models.DateTimeField()),
                ("made_by", models.TextField()),
                ("record", models.TextField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WatchRow",
            fields=[
                ("source", models.CharField(max_length=100, primary_key=True, serialize=False)),
                ("next_at", models.DateTimeField(db_index=True)),
                ("state", models.TextField()),
                ("first_at", models.DateTimeField(null=True)),
                ("success_at", models.DateTimeField(null=True)),
                ("item_at", models.DateTimeField(null=True)),
                ("counts", models.TextField()),
                ("days", models.TextField(default="{}")),
            ],
        ),
        migrations.CreateModel(
            name="ItemRow",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=64, unique=True)),
                ("source", models.CharField(max_length=100)),
                ("address", models.TextField()),
                ("record", models.TextField()),
                ("body", models.BinaryField(null=True)),
                ("found_at", models.DateTimeField()),
                ("next_at", models.DateTimeField(null=True)),
                ("state", models.CharField(max_length=10)),
                ("tries", models.IntegerField(default=0)),
                ("checks", models.IntegerField(default=0)),
                ("reason", models.CharField(max_length=40)),
                ("etag", models.TextField()),
                ("modified", models.TextField()),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "indexes": [models.Index(fields=["next_at", "source"], name="store_item_due"), models.Index(fields=["source", "found_at"], name="store_item_source"), models.Index(fields=["state", "source"], name="store_item_state")],
            },
        ),
        migrations.CreateModel(
            name="LookRow",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("source", models.CharField(max_length=100)),
                ("at", models.DateTimeField()),
                ("outcome", models.CharField(max_length=12)),
                ("reason", models.CharField(max_length=40)),
                ("note", models.TextField()),
                ("items", models.IntegerField()),
                ("new_items", models.IntegerField()),
                ("duration_ms", models.IntegerField()),
                ("next_at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["source", "at"], name="store_look_source")],
            },
        ),
        migrations.CreateModel(
            name="VersionRow",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("digest", models.CharField(max_length=64)),
                ("capture", models.CharField(max_length=64)),
                ("address", models.TextField()),
                ("known_from", models.DateTimeField()),
                ("media_type", models.CharField(max_length=100)),
                ("charset", models.CharField(max_length=40)),
                ("given", models.TextField()),
                ("state", models.CharField(max_length=10)),
                ("reason", models.CharField(max_length=40)),
                ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="store.itemrow")),
            ],
            options={
                "indexes": [models.Index(fields=["state", "id"], name="store_version_state")],
                "constraints": [models.UniqueConstraint(fields=("item", "digest"), name="store_version_once")],
            },
        ),
        migrations.RunPython(add_triggers, drop_triggers),
    ]
