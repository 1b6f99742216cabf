"""What happens in communities, told in the transaction in which it happens.

Apps above this one listen, to tell people about it. `sender` is the model of `instance`, `actor`
who did it. A receiver must be quick, and must not look whether somebody may see it: that is asked
when it is told.
"""

from django.dispatch import Signal

# An experience: placed for the first time, changed, hidden by a moderator, shown again.
experience_shared = Signal()
experience_changed = Signal()
experience_hidden = Signal()
experience_restored = Signal()
# A reply: posted or let through, hidden by a moderator, shown again; and thanks.
reply_posted = Signal()
reply_hidden = Signal()
reply_restored = Signal()
thanks_given = Signal()
# What somebody reported was decided about, and an appeal was answered: `instance` is that row.
report_answered = Signal()
appeal_answered = Signal()
# A meeting that was to come does not happen: `people` are those who have a seat or wait for one,
# and `has_page` tells whether its page stays and says so. Nobody is known to have done it.
meeting_called_off = Signal()
# A member: asked to be let in, was let in, was not, was put out, got another role.
member_asked = Signal()
member_joined = Signal()
member_refused = Signal()
member_expelled = Signal()
member_appointed = Signal()
# A community whose last coordinator left the site; nobody is left to let anybody in.
community_left_alone = Signal()
