"""Lines of incidents at all times: a projection of the ledger, so neither append-only nor ever a source of truth."""

from django.db import migrations, models


def index_addresses(apps, schema_editor):
    # other captures of an address are looked for with every write and for every page; an address may be longer than
    # a PostgreSQL B-tree takes, so there it is a hash index
    how = "USING hash (address)" if schema_editor.connection.vendor == "postgresql" else "(address)"
    schema_editor.execute(f"CREATE INDEX store_capture_address ON store_capturerow {how}")


def drop_index(apps, schema_editor):
    schema_editor.execute("DROP INDEX store_capture_address")


class Migration(migrations.Migration):
    dependencies = [("store", "0003_redirects")]

    operations = [
        migrations.CreateModel(
            name="ProjectionRow",
            fields=[
                ("id", models.IntegerField(primary_key=True, serialize=False)),
                ("version", models.CharField(max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name="StaleRow",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("incident", models.CharField(max_length=24)),
                ("since", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="LineRow",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("incident", models.CharField(max_length=24)),
                ("valid_from", models.DateTimeField()),
                ("valid_until", models.DateTimeField()),
                ("last_changed", models.DateTimeField()),
                ("type", models.CharField(max_length=40)),
                ("family", models.CharField(max_length=40)),
                ("status", models.CharField(max_length=20)),
                ("country_code", models.CharField(max_length=2)),
                ("day_from", models.DateField(null=True)),
                ("day_to", models.DateField(null=True)),
                ("disputed", models.BooleanField()),
                ("cell", models.IntegerField(null=True)),
                ("lat", models.FloatField(null=True)),
                ("lon", models.FloatField(null=True)),
                ("uncertainty_m", models.FloatField(null=True)),
                ("words", models.TextField()),
                ("record", models.TextField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["incident", "valid_from"], name="store_line_incident"),
                    models.Index(fields=["valid_until", "last_changed", "incident"], name="store_line_current"),
                    models.Index(fields=["last_changed", "incident"], name="store_line_changed"),
                    models.Index(fields=["type", "last_changed", "incident"], name="store_line_type"),
                    models.Index(fields=["country_code", "last_changed", "incident"], name="store_line_country"),
                    models.Index(fields=["cell", "valid_until"], name="store_line_cell"),
                ],
            },
        ),
        migrations.RunPython(index_addresses, drop_index),
    ]
