"""The domain: tables, the acts on them and who may see them. The law itself is in `models.law`."""
