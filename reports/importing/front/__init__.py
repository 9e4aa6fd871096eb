"""Front ends: one module a kind of file, each turns bytes into a Source."""
