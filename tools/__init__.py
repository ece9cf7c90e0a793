"""What makes parts of the documentation from the code; the package itself needs none of it."""
