"""Real bibliographies and the data of other programs' tests, held against publist's reader."""
