"""The ledger as a Django app."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Tables of the ledger, label ``store``."""

    name = "sayso.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
