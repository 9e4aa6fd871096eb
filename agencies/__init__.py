"""Who: the agencies of a district, the people in them, their roles, and their signing in."""
