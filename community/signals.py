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
# An experience is about to be removed for good.
experience_goes = Signal()
# A reply: posted or let through, hidden by a moderator, shown again; and thanks.
reply_posted = Signal()
reply_hidden = Signal()
reply_restored = Signal()
thanks_given = Signal()
# A report and an appeal, made and answered: `Report` and `Appeal` know by whom and of what.
report_made = Signal()
report_answered = Signal()
appeal_made = Signal()
appeal_answered = Signal()
# A member: asked to be let in, was let in, was not, went away, was put out, got another role.
member_asked = Signal()
member_joined = Signal()
member_refused = Signal()
member_left = Signal()
member_expelled = Signal()
member_appointed = Signal()
# A registration for a meeting: made, given up, and a seat for somebody who waited.
registered = Signal()
registration_cancelled = Signal()
seat_given = Signal()
