"""What stands before the program: setting up a machine. Standard library only."""
