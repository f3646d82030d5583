"""Lines by their days, those over more than a month apart: their few would else make every week's question walk a year."""

from datetime import timedelta

from django.db import migrations, models
from django.db.models import F


def mark(apps, schema_editor):
    lines = apps.get_model("store", "LineRow").objects
    lines.filter(day_to__gt=F("day_from") + timedelta(days=31)).update(lasting=True)


class Migration(migrations.Migration):
    dependencies = [("store", "0009_report_last_day")]

    operations = [
        migrations.AddField(
            model_name="linerow",
            name="lasting",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(mark, migrations.RunPython.noop),
        migrations.RemoveIndex(model_name="linerow", name="store_line_days"),
        migrations.AddIndex(
            model_name="linerow",
            index=models.Index(fields=["lasting", "day_to", "day_from"], name="store_line_days"),
        ),
    ]
