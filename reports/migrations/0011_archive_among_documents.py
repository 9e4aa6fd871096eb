from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0010_sealed_scan"),
    ]

    operations = [
        migrations.AlterField(
            model_name="document",
            name="kind",
            field=models.CharField(
                choices=[
                    ("docx", "Word"),
                    ("pdf", "PDF"),
                    ("xlsx", "Excel"),
                    ("csv", "CSV"),
                    ("json", "JSON"),
                    ("archive", "归档PDF"),
                    ("original", "原件"),
                ],
                max_length=10,
                verbose_name="种类",
            ),
        ),
    ]
