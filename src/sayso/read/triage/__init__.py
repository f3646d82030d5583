"""Whether an article may tell of an incident at all, before the encoder reads it: cheap signs and a line."""
