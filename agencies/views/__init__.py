"""Pages of signing in and of keeping people."""
