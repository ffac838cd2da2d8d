"""The site: pages over our own schema, in three languages. No rule of the law is decided here."""
