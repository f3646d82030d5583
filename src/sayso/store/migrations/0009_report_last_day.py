"""Reports by their last day: a report without a country would else be held against the whole ledger to find its kin."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0008_evidence")]

    operations = [
        migrations.AddIndex(
            model_name="reportrow",
            index=models.Index(fields=["day_to", "day_from"], name="store_report_last_day"),
        ),
    ]
