"""Makes a bare machine ready for `make run` and `make test`; doing it again takes a moment."""
