"""Pages of the reports, a module a subject: each fetches, calls and renders."""
