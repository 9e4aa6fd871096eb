"""The history of the app's tables."""
