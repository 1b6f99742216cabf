"""What must still be indexed, and how the index of each engine is doing."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class IndexState(models.Model):
    """What goes on with the index of one engine.

    `built_at` tells when the index in use was built; what changed since then has been in the queue.
    `rebuilding_at` is the last sign of life of the rebuild named `rebuild`, or empty. Until
    `silent_until` nobody asks the engine anything, because it failed `failures` times in a row;
    until `paused_until` nothing is written to it, for the same reason.
    """

    engine = models.CharField(_("zoekmachine"), max_length=40, unique=True)
    built_at = models.DateTimeField(_("opgebouwd op"), null=True)
    rebuild = models.CharField(_("opbouw die bezig is"), max_length=40, blank=True)
    rebuilding_at = models.DateTimeField(_("teken van leven van de opbouw"), null=True)
    failures = models.PositiveSmallIntegerField(_("mislukt na elkaar"), default=0)
    silent_until = models.DateTimeField(_("niet vragen tot"), null=True)
    write_failures = models.PositiveSmallIntegerField(_("niet geschreven na elkaar"), default=0)
    paused_until = models.DateTimeField(_("niet schrijven tot"), null=True)

    class Meta:
        verbose_name = _("stand van een index")
        verbose_name_plural = _("standen van indexen")

    def __str__(self):
        return self.engine


# So many versions that were given out are kept; nobody needs one of them.
VERSIONS_KEPT = 1000


class Version(models.Model):
    """A number the database gives out once: what carries a higher one was read later.

    It comes from a sequence, never from a clock, so two servers cannot disagree about it.
    """

    created = models.DateTimeField(_("uitgegeven op"), default=timezone.now)

    class Meta:
        verbose_name = _("versie")
        verbose_name_plural = _("versies")

    def __str__(self):
        return str(self.pk)

    @classmethod
    def give_out(cls):
        """Return a number higher than every one before it."""
        number = cls.objects.create().pk
        if number % VERSIONS_KEPT == 0:
            # The sequence goes on where it was.
            cls.objects.filter(pk__lt=number).delete()
        return number


class Changes(models.QuerySet):
    """The queue, with names for what is asked of it."""

    def of(self, engine):
        """Keep the changes of an engine."""
        return self.filter(engine=engine.name)

    def waiting(self):
        """Keep what must still be indexed; what is planned for later does not wait yet."""
        return self.filter(dead=False, done=False, created__lte=timezone.now())

    def due(self):
        """Keep what may be indexed now, the oldest first."""
        return self.waiting().filter(next_attempt_at__lte=timezone.now()).order_by("id")

    def may_hide(self):
        """Keep changes after which an index may hold what not everybody may see any more.

        What was dealt with counts as long as its row is there: a new index may not know it yet.
        """
        rewritten = models.Q(hides=Hides.WHAT_IT_TELLS) & (
            models.Q(done=True) | models.Q(dead=True)
        )
        return self.filter(~rewritten, hides__gt=0, created__lte=timezone.now())


class Hides(models.IntegerChoices):
    """What must be kept from searchers while a change waits, whatever the index says."""

    NOTHING = 0, _("niets")
    ITSELF = 1, _("wat niet meer te zien is")
    WHAT_IT_TELLS = 2, _("het document, omdat het iets noemt dat niet meer te zien is")


class Change(models.Model):
    """Something that may have changed and must be indexed again: who, never what.

    Rows are only added, in the transaction of the change itself. A row that is `done` was
    indexed while a rebuild went on and waits for the new index; one that is `dead` was refused
    by the engine for good and waits for somebody to look at `error`. A row with a moment in
    the future is a plan: a page with a date on which it goes.
    """

    engine = models.CharField(_("zoekmachine"), max_length=40)
    key = models.CharField(_("wat"), max_length=200)
    created = models.DateTimeField(_("gewijzigd op"), default=timezone.now)
    attempts = models.PositiveSmallIntegerField(_("pogingen"), default=0)
    next_attempt_at = models.DateTimeField(_("volgende poging"), default=timezone.now)
    error = models.TextField(_("fout"), blank=True)
    dead = models.BooleanField(_("mislukt"), default=False)
    done = models.BooleanField(_("wacht op de nieuwe index"), default=False)
    hides = models.PositiveSmallIntegerField(
        _("verbergt"), choices=Hides.choices, default=Hides.NOTHING
    )

    objects = Changes.as_manager()

    class Meta:
        verbose_name = _("wijziging voor zoeken")
        verbose_name_plural = _("wijzigingen voor zoeken")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["engine", "dead", "done", "next_attempt_at"], name="changes_due"),
            models.Index(fields=["engine", "done"], name="changes_done"),
            # Small, for it is asked at every search.
            models.Index(fields=["engine"], condition=models.Q(hides__gt=0), name="changes_hide"),
        ]

    def __str__(self):
        return self.key
