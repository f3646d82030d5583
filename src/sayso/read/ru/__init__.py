"""Reading Russian: own parts behind the protocols of ``read/parts.py``, over the general rules where these allow it.

See ``docs/decisions/020-languages.md``.
"""
