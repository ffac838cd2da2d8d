"""The one place that knows SQLite from PostgreSQL: engines, transactions, indexes, migrations, the start-up check."""

from models.database.away import Away
from models.database.engines import close, config, connect, connection, dialect, pool
from models.database.transactions import after_commit, retrying, transaction

__all__ = ["Away", "after_commit", "close", "config", "connect", "connection", "dialect", "pool", "retrying", "transaction"]


def __getattr__(name: str) -> object:
    """`CONFIG` for aerich's own command line, made when asked for: the settings may change until then."""
    if name == "CONFIG":
        return config()
    raise AttributeError(name)
