"""All settings, from the environment; without any, the embedded default of one machine.

NIANBAO_PRODUCTION=1 asks for everything a public installation needs and refuses to start without.
"""

from datetime import timedelta
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from config.brokers import transport_options
from config.environment import database, flag, kept_secret, number, required, words

BASE_DIR = Path(__file__).resolve().parent.parent
PRODUCTION = flag("NIANBAO_PRODUCTION")
DEBUG = flag("NIANBAO_DEBUG")
if PRODUCTION and DEBUG:
    raise ImproperlyConfigured("NIANBAO_DEBUG must be off when NIANBAO_PRODUCTION=1")

# What the program writes: database, files, secrets of the embedded default.
DATA_DIR = Path(environ.Env().str("NIANBAO_DATA", default=str(BASE_DIR / "var"))).resolve()
DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
FONTS_DIR = Path(environ.Env().str("NIANBAO_FONTS", default=str(BASE_DIR / "fonts"))).resolve()

SECRET_KEY = (
    required("NIANBAO_SECRET_KEY")
    if PRODUCTION
    else environ.Env().str("NIANBAO_SECRET_KEY", default="") or kept_secret(DATA_DIR / "secret-key")
)
if PRODUCTION and len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("NIANBAO_SECRET_KEY must have at least 50 characters")

ALLOWED_HOSTS = words("NIANBAO_HOSTS", "" if PRODUCTION else "127.0.0.1,localhost,[::1]")
if PRODUCTION and not ALLOWED_HOSTS:
    raise ImproperlyConfigured("NIANBAO_HOSTS must name the site when NIANBAO_PRODUCTION=1")
CSRF_TRUSTED_ORIGINS = words("NIANBAO_ORIGINS")
CSRF_FAILURE_VIEW = "reports.views.typed.expired"
INTERNAL_IPS = ["127.0.0.1"] if DEBUG else []

# --- Applications -------------------------------------------------------------------------------

INSTALLED_APPS = [
    "config.apps.SiteConfig",
    "agencies.apps.AgenciesConfig",
    "reports.apps.ReportsConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.GzipPages",
    "csp.middleware.CSPMiddleware",
    "config.middleware.PlainQueries",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "config.middleware.PrivatePages",
    "agencies.middleware.OwnPages",
    "agencies.middleware.SessionLimits",
    "django.contrib.messages.middleware.MessageMiddleware",
    "agencies.middleware.PasswordChangeRequired",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "reports.context.todo",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# --- Data ---------------------------------------------------------------------------------------

DATABASE_URL = environ.Env().str("DATABASE_URL", default="") or (
    f"sqlite:///{DATA_DIR / 'nianbao.sqlite3'}"
)
DATABASES = {"default": database(DATABASE_URL, pool=number("DATABASE_POOL", 0))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

FILES_DIR = Path(environ.Env().str("NIANBAO_FILES", default=str(DATA_DIR / "files"))).resolve()
STATIC_URL = "/static/"
STATIC_ROOT = Path(environ.Env().str("NIANBAO_STATIC", default=str(DATA_DIR / "static"))).resolve()
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no other site shows ours; a header less on every file
STORAGES = {
    "default": {
        "BACKEND": "config.storage.WholeFiles",
        "OPTIONS": {
            "location": FILES_DIR,
            "base_url": None,
            "file_permissions_mode": 0o640,
            "directory_permissions_mode": 0o750,
        },
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "config.static.HashedStaticFiles"
    },
}
FILE_UPLOAD_HANDLERS = [
    "config.uploads.UploadLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DOCUMENTS_SIGNED = flag("NIANBAO_SIGNATURE")  # 署名 and 成文日期 below the last part
UPLOAD_MAX_BYTES = 1024 * 1024 * number("NIANBAO_UPLOAD_MB", 24, least=11)
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 200

# --- Language and time --------------------------------------------------------------------------

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True  # Django's own words (validators, admin) come in Chinese; ours are literals.

# --- People and sessions ------------------------------------------------------------------------

AUTH_USER_MODEL = "agencies.User"
LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = LOGIN_URL
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "agencies.passwords.LengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "agencies.passwords.LikenessValidator"},
    {"NAME": "agencies.passwords.CommonValidator"},
    {"NAME": "agencies.passwords.CharacterClassValidator"},
    {"NAME": "agencies.passwords.HistoryValidator"},
]

PASSWORD_MAX_AGE_DAYS = number("NIANBAO_PASSWORD_DAYS", 0)  # 0: passwords do not grow old

# Five failures of one name from one address close that pair for half an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=30)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "config.proxy.counted_address"
AXES_LOCKOUT_CALLABLE = "agencies.views.sign_in.locked_out"
AXES_ENABLE_ADMIN = False  # its rows belong to no subtree; a password reset lifts a lockout
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True

# Idle and absolute limits are kept by agencies.middleware.SessionLimits.
SESSION_IDLE_SECONDS = 60 * number("NIANBAO_SESSION_IDLE_MINUTES", 30, least=1)
SESSION_ABSOLUTE_SECONDS = 3600 * number("NIANBAO_SESSION_HOURS", 12, least=1)
SESSION_COOKIE_AGE = SESSION_ABSOLUTE_SECONDS
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Strict"

# --- Security -----------------------------------------------------------------------------------

TRUST_PROXY = flag("NIANBAO_TRUST_PROXY")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # probes speak plain HTTP inside the machine
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = flag("NIANBAO_HSTS_SUBDOMAINS")
    SECURE_HSTS_PRELOAD = flag("NIANBAO_HSTS_PRELOAD")
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
    if TRUST_PROXY:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "frame-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    },
}

# --- Background work: the job row decides, the broker only wakes ----------------------------------

CELERY_BROKER_URL = environ.Env().str("CELERY_BROKER_URL", default="") or (
    f"sqla+sqlite:///{DATA_DIR / 'broker.sqlite3'}"
)
CELERY_BROKER_TRANSPORT_OPTIONS = transport_options(CELERY_BROKER_URL)
CELERY_BROKER_CONNECTION_TIMEOUT = 0.7
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_TASK_DEFAULT_QUEUE = environ.Env().str("CELERY_QUEUE", default="nianbao")
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_PUBLISH_RETRY = False  # the sweep sends again what could not be sent
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = False
CELERY_TIMEZONE = TIME_ZONE

# How long what is around a draft (names, local settings, what others published) is not asked for
# again while someone types; whoever opens, checks or sends a report always gets it as it is.
DRAFT_AROUND_SECONDS = 10

# A worker silent for a lease loses its job; a job not taken up is announced again; a failed attempt
# is repeated after a pause that doubles.
JOB_LEASE_SECONDS = number("NIANBAO_JOB_LEASE_SECONDS", 30, least=1)
JOB_PICKUP_SECONDS = number("NIANBAO_JOB_PICKUP_SECONDS", 8, least=1)
JOB_RETRY_SECONDS = number("NIANBAO_JOB_RETRY_SECONDS", 5)

# --- Mail (optional) and logs -------------------------------------------------------------------

EMAIL_URL = environ.Env().str("EMAIL_URL", default="")
if EMAIL_URL:
    vars().update(environ.Env.email_url_config(EMAIL_URL))
else:
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
EMAIL_TIMEOUT = 20
NOTIFY_BY_MAIL = bool(EMAIL_URL)
DEFAULT_FROM_EMAIL = environ.Env().str("NIANBAO_MAIL_FROM", default="nianbao@localhost")

# Events are the record of who did what; the log is for whoever runs the machine and names no one.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "config.logs.OneLine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "axes": {"level": "CRITICAL"},  # it writes names and addresses
        "celery.worker.strategy": {"level": "WARNING"},  # jobs say themselves how they go
        "celery.app.trace": {"level": "WARNING"},
        "fontTools": {"level": "WARNING"},
    },
}
