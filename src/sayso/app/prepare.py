"""Importing this makes the tables importable, whether a house is open yet or not.

Django wants to be set up before a model is imported. Parts that use the ledger import this first, so that nobody has to
know; ``open_house`` decides afterwards which ledger it is.
"""

import os

import django
from django.apps import apps

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sayso.app.settings")
if not apps.ready and not apps.loading:
    django.setup()
