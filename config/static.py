"""Style sheets and scripts as they are served: compressed, named by their content."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # untyped
    """Also renames the modules that ES modules import from one another."""

    support_js_module_import_aggregation = True
