"""Incidents that became part of another one, append-only like the rest of the ledger."""

import django.db.models.deletion
from django.db import migrations, models


def add_triggers(apps, schema_editor):
    run = schema_editor.execute
    if schema_editor.connection.vendor == "postgresql":
        run(
            "CREATE TRIGGER redirectrow_append_only BEFORE UPDATE OR DELETE ON store_redirectrow"
            " FOR EACH ROW EXECUTE FUNCTION store_append_only()"
        )
        return
    for act in ("UPDATE", "DELETE"):
        run(
            f"CREATE TRIGGER redirectrow_no_{act.lower()} BEFORE {act} ON store_redirectrow"
            " BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
        )


def drop_triggers(apps, schema_editor):
    run = schema_editor.execute
    if schema_editor.connection.vendor == "postgresql":
        run("DROP TRIGGER redirectrow_append_only ON store_redirectrow")
        return
    for act in ("update", "delete"):
        run(f"DROP TRIGGER redirectrow_no_{act}")


class Migration(migrations.Migration):
    dependencies = [("store", "0002_append_only_and_search")]

    operations = [
        migrations.CreateModel(
            name="RedirectRow",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("holds", models.BooleanField()),
                ("why", models.TextField()),
                ("made_by", models.TextField()),
                ("judgement", models.CharField(max_length=64)),
                ("since", models.DateTimeField(db_index=True)),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="redirects",
                        to="store.incidentrow",
                    ),
                ),
                (
                    "into",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="redirected_here",
                        to="store.incidentrow",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        migrations.RunPython(add_triggers, drop_triggers),
    ]
