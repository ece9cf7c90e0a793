"""Small inputs with what a reader must see: data in ``*.json`` here, and in ``cases/`` of the shared data."""
