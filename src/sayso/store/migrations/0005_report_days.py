"""Candidates for a report are found by country and last day: few reports end after a new one began."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0004_lines")]

    operations = [
        migrations.RemoveIndex(model_name="reportrow", name="store_repor_day_fro_cdd909_idx"),
        migrations.AddIndex(
            model_name="reportrow",
            index=models.Index(fields=["country_code", "day_to", "day_from"], name="store_report_days"),
        ),
    ]
