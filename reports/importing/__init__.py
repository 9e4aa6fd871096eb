"""What comes in from files: taken in whole, or not at all with every complaint named."""
