"""The gate: every reading part scored on the dev data, with pinned floors that only rise."""
