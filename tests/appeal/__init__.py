"""Appeals and complaints: the acts, the clock, the pages, and what nobody can do."""
