"""What happens to an account beside what somebody asked for."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.signals import authenticator_added
from django.dispatch import receiver

from accounts.permissions import STEPS, second_steps


@receiver(authenticator_added, dispatch_uid="accounts.first_second_step")
def count_the_first_step_as_taken(request, user, authenticator, **kwargs):
    """Let who just proved to have an app or key go on with it, when it is their first.

    A further one counts for nothing here: this session took the step before it could add one.
    """
    if authenticator.type in STEPS and second_steps(user).count() == 1:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)
