"""The GraphQL API: types and root fields of every service, no rules. The site asks it in-process, partners over HTTP."""
