"""The publications page and its style sheets; one sheet serves a fragment in a page of one's own as well."""
