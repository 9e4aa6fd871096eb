from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0011_archive_among_documents")]

    operations = [
        migrations.AddField(
            model_name="upload",
            name="edition",
            field=models.CharField(
                blank=True, default="", max_length=10, verbose_name="选定的表样"
            ),
            preserve_default=False,
        ),
    ]
