"""Settings of Wijkkennis.

`DATABASE_URL` and `SEARCH_URL` are the only switches between the embedded default (SQLite,
embedded search engine) and production (PostgreSQL, Elasticsearch). docs/operators.md
describes every variable; a value that is not understood stops the start.
"""

from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from cms import environment, outside

environment.refuse_unknown()

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = environment.folder("WIJKKENNIS_DATA_DIR", BASE_DIR / "var")

# --- The two switches -----------------------------------------------------------------

DATABASES = {
    "default": dj_database_url.parse(
        environment.url(
            "DATABASE_URL",
            f"sqlite:///{DATA_DIR / 'wijkkennis.sqlite3'}",
            ("sqlite", "postgres", "postgresql"),
        ),
        conn_max_age=60,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL lets readers go on while somebody saves; IMMEDIATE takes the write lock at the start
    # of a transaction, so that two writers wait for each other instead of failing half-way.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
    DATABASES["default"]["CONN_MAX_AGE"] = 0

SEARCH_URL = environment.url("SEARCH_URL", "embedded:", ("embedded", "http", "https"))
SEARCH_STANDBY = environment.standby("SEARCH_STANDBY", SEARCH_URL)
SEARCH_CA_FILE = environment.file("SEARCH_CA_FILE")
SEARCH_API_KEY = environment.text("SEARCH_API_KEY")
# A web process indexes what changed soon after the commit. Tests ask for it themselves.
SEARCH_DRAINS_ITSELF = True
# A web process tells people soon after the commit what happened. Tests ask for it themselves.
FOLLOWING_DELIVERS_ITSELF = True
# A file of figures is read by a process of its own; False: by whoever asks for it.
FIGURES_ARE_READ_BESIDE = True

# --- The site -------------------------------------------------------------------------

DEBUG = environment.switch("WIJKKENNIS_DEBUG", False)
SECRET_KEY = environment.secret("WIJKKENNIS_SECRET_KEY", DATA_DIR / "secret_key")
BASE_URL = environment.url("WIJKKENNIS_BASE_URL", "http://127.0.0.1:8000", ("http", "https"))
HTTPS = BASE_URL.startswith("https:")
ALLOWED_HOSTS = [urlsplit(BASE_URL).hostname, "localhost", "127.0.0.1", "[::1]"]

WAGTAIL_SITE_NAME = "Wat werkt in de wijken"
WAGTAILADMIN_BASE_URL = BASE_URL
# Who answers for the open data.
PUBLISHER = environment.text("WIJKKENNIS_PUBLISHER") or WAGTAIL_SITE_NAME
PUBLISHER_URL = environment.url("WIJKKENNIS_PUBLISHER_URL", f"{BASE_URL}/", ("http", "https"))

# From the top layer to the bottom; pyproject.toml says which may import which.
OUR_APPS = [
    "cms",
    "following",
    "plans",
    "search",
    "community",
    "programmes",
    "practices",
    "indicators",
    "content",
    "accounts",
]
INSTALLED_APPS = [
    *OUR_APPS,
    "wagtail.contrib.redirects",
    "wagtail.contrib.table_block",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.admin",
    "wagtail.embeds",
    "wagtail",
    "modelsearch",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "cms.headers.permissions_policy",
    "cms.limits.no_giants",
    # Django adds random bytes, so that the length of an answer betrays no token (BREACH).
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "cms.headers.previews",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.guarding.private",
    "accounts.guarding.second_step",
    "cms.redirects.GuardedRedirects",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

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
                "cms.navigation.context",
            ],
        },
    },
]

# --- People ---------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "accounts.passwords.LongEnough"},
    *(
        {"NAME": f"django.contrib.auth.password_validation.{name}"}
        for name in (
            "UserAttributeSimilarityValidator",
            "CommonPasswordValidator",
            "NumericPasswordValidator",
        )
    ),
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account_overview"
# Wagtail's own ways to a password or another mail address would pass ours by.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "accounts.forms.LoginForm",
    "signup": "accounts.forms.SignupForm",
    "add_email": "accounts.forms.NewMailForm",
    "change_password": "accounts.forms.ChangePasswordForm",
    "set_password": "accounts.forms.SetPasswordForm",
    "reset_password": "accounts.forms.ForgottenForm",
    "reset_password_from_key": "accounts.forms.NewPasswordForm",
    "reauthenticate": "accounts.forms.ConfirmForm",
    "confirm_email_verification_code": "accounts.forms.MailCodeForm",
    "confirm_password_reset_code": "accounts.forms.ForgottenCodeForm",
    "confirm_reauthentication_code": "accounts.forms.ConfirmCodeForm",
}
ACCOUNT_SIGNUP_ENABLED = environment.switch("WIJKKENNIS_SIGN_UP", True)
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
# Twice from one page; and whoever asks, no address gets more mails with a code than this.
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = 2
ACCOUNT_RATE_LIMITS = {"confirm_email": "1/10s/key,10/h/key"}
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
# Who is sent here while signed in may not see a page under this name, and can choose another.
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
SOCIALACCOUNT_ADAPTER = "accounts.adapters.ProviderAdapter"
SOCIALACCOUNT_FORMS = {"signup": "accounts.forms.ProviderSignupForm"}
# A form may lead nowhere but to this site, so a link leads to the provider.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = outside.provider()
MFA_ADAPTER = "accounts.adapters.SecondStepAdapter"
MFA_FORMS = {
    "authenticate": "accounts.forms.SecondStepForm",
    "reauthenticate": "accounts.forms.SecondStepAgainForm",
    "activate_totp": "accounts.forms.AppForm",
    "add_webauthn": "accounts.forms.NewKeyForm",
    "edit_webauthn": "accounts.forms.KeyNameForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = WAGTAIL_SITE_NAME
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
# How many proxies stand before the site: only those may say who is asking.
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("WIJKKENNIS_PROXIES", 0)

# --- Mail -----------------------------------------------------------------------------

globals().update(outside.mail(DATA_DIR / "mail"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = outside.sender(urlsplit(BASE_URL).hostname)

# --- Language and time ----------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

# --- Files ----------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [
    BASE_DIR / "assets",
    ("utrecht", DATA_DIR / "assets/node_modules/@utrecht/component-library-css/dist"),
    (
        "source-sans-3",
        DATA_DIR / "assets/node_modules/@fontsource-variable/source-sans-3/files",
    ),
]
CACHES = {
    # Memory of each process, but for how often somebody tried: `accounts.throttling`.
    "default": {"BACKEND": "accounts.throttling.AttemptsApart"},
    "attempts": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "attempts",
        "KEY_FUNCTION": "accounts.throttling.unreadable",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    },
    # Pages of figures as they were written out, some 150 kB each: `indicators.keeping`.
    "figures": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "figures",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 60},
    },
    # Which areas resemble which, worked out of all figures: `indicators.similarity`.
    "resemblance": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIR / "resemblance",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 8},
    },
}
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Files of figures as they came in: never served as they are.
    "deliveries": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "deliveries", "base_url": None},
    },
    # What members put with their experiences: served by a view that asks who is there.
    "shared": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "shared", "base_url": None},
    },
    # Reports as PDF, made when somebody first asks; what is thrown away is made again.
    "editions": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "editions", "base_url": None},
    },
    # Plans of members as PDF, on their way to who asked for one: each is gone within the hour.
    "plans": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "plans", "base_url": None},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# A PDF takes longer than a visitor waits: another process makes it.
PDFS_ARE_MADE_BESIDE = True

# The largest that is taken from anybody, in bytes: a table of some millions of figures.
LARGEST_FILE = 200 * 1024 * 1024
# A program that looks at every upload, or nothing: see content.scanning.
UPLOAD_SCANNER = environment.command("WIJKKENNIS_UPLOAD_SCANNER")

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Wagtail --------------------------------------------------------------------------

WAGTAILIMAGES_IMAGE_MODEL = "content.SiteImage"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# A large photo of a good phone; opening one takes four bytes of memory per pixel.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
# What is shown as JPEG or PNG would tell where the photo was taken, as the photo itself does.
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"jpeg": "webp", "png": "webp"}
WAGTAILIMAGES_IMAGE_FORM_BASE = "content.uploads.ImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "content.uploads.DocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "pptx", "odp", "xlsx", "ods", "csv"]
MODELSEARCH_BACKENDS = {"default": {"BACKEND": "search.editors"}}
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_WORKFLOW_ENABLED = True
TAGGIT_CASE_INSENSITIVE = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# --- Protection -----------------------------------------------------------------------

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# Only for who asks to stay signed in; for others a session ends with the browser.
SESSION_COOKIE_AGE = 14 * 24 * 3600
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
# Previews stand in a frame of the admin: Wagtail allows that, and `cms.headers.previews` below.
X_FRAME_OPTIONS = "DENY"
CSRF_TRUSTED_ORIGINS = [BASE_URL]

CONTENT_SECURITY_POLICY = {
    # The Wagtail admin needs inline scripts; everything a visitor sees does not.
    "EXCLUDE_URL_PREFIXES": ["/beheer/"],
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}

# --- Log ------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"level": "INFO"},
        # A line for every page saved and every small task done; the history of pages keeps that.
        "wagtail": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        # The names of keys with which people sign in.
        "fido2": {"level": "WARNING"},
        # The client logs every request with its body; a search text has no place in a log.
        "elastic_transport": {"level": "ERROR"},
    },
}
