"""Writers: rich text to one output syntax each; each owns all of its escaping."""
