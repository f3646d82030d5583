"""Django settings of one Sayso house; every value has a default so that the module can be imported anywhere.

Environment:
    SAYSO_DATA: folder of the ledger and the secret key; default is the user's data folder.
    SAYSO_DATABASE: ``postgres://user:password@host:port/name`` for PostgreSQL; default is SQLite in the data folder.
    SAYSO_DEBUG: "1" shows tracebacks in the browser.
    SAYSO_ALLOW_HOSTS: hosts that may be asked for sources added on the desk although they are not public, separated by
        commas ("intranet:8080"); default is none.
    SAYSO_HOSTS: host names the desk answers to, separated by commas; default is this machine only.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import platformdirs


def data_folder() -> Path:
    """The folder that holds everything a house owns."""
    return Path(os.environ.get("SAYSO_DATA") or platformdirs.user_data_dir("sayso")).expanduser()


def database_settings(address: str, data: Path) -> dict[str, Any]:
    """The ``DATABASES["default"]`` entry for ``address`` ("" is SQLite inside ``data``).

    Raises:
        ValueError: when the address is of no known kind.
    """
    if not address:
        return _sqlite(data / "sayso.sqlite3")
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.netloc + parts.path)))
    if parts.scheme not in ("postgres", "postgresql"):
        raise ValueError(f"unknown kind of database: {parts.scheme or address}")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 600,
    }


def _sqlite(file: Path) -> dict[str, Any]:
    # FULL: what was acknowledged survives a power cut, not only a killed process. One fsync per document is
    # far below the time it takes to read one. IMMEDIATE: a writer waits for its turn instead of failing later.
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
        },
        "TEST": {"NAME": None},
    }


def secret_key(data: Path) -> str:
    """The house's secret, made once and kept in the data folder; a throwaway one when the folder cannot be used."""
    if os.environ.get("SAYSO_SECRET_KEY"):
        return os.environ["SAYSO_SECRET_KEY"]
    file = data / "secret-key"
    try:
        return file.read_text(encoding="ascii")
    except OSError:
        return secrets.token_urlsafe(50)


SAYSO_DATA = data_folder()
SECRET_KEY = secret_key(SAYSO_DATA)
DEBUG = os.environ.get("SAYSO_DEBUG") == "1"
ALLOWED_HOSTS = [h for h in os.environ.get("SAYSO_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",") if h]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "sayso.store",
    "sayso.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
ROOT_URLCONF = "sayso.web.urls"
DATABASES = {"default": database_settings(os.environ.get("SAYSO_DATABASE", ""), SAYSO_DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
SECURE_REFERRER_POLICY = "same-origin"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
USE_I18N = False
