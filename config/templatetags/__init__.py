"""Words for templates about the site itself."""
