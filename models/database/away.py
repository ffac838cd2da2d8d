"""One exception for a database that cannot be reached: a page answers it with 503; everything else is a bug."""


class Away(Exception):
    """The database cannot be reached now: refused, gone, locked for too long, or its file cannot be opened.

    Deliberately no kind of Tortoise's OperationalError, which libraries take to mean "the table is not there".
    """
