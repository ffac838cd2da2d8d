"""What is written to the log of a fault: which, and in which lines, without its words, for they may quote people's data."""

import traceback


def where(error: BaseException) -> str:
    """Which fault and in which lines, without its words: the words of a database's fault quote people's data."""
    lines = "".join(traceback.format_tb(error.__traceback__))
    cause = error.__cause__ or error.__context__
    return (where(cause) + "then\n" if cause else "") + lines + type(error).__qualname__ + "\n"
