"""What the agencies report, from the form to the published file."""
