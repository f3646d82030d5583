"""Words of incidents' lines in a small table of their own, and an index of the lines by day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0005_report_days")]

    operations = [
        migrations.CreateModel(
            name="LineWordsRow",
            fields=[
                ("incident", models.CharField(max_length=24, primary_key=True, serialize=False)),
                ("words", models.TextField()),
            ],
        ),
        migrations.AddIndex(
            model_name="linerow",
            index=models.Index(fields=["day_to", "day_from"], name="store_line_days"),
        ),
    ]
