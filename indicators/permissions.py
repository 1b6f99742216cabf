"""Who may do what with figures, where that differs from the permissions of Django."""

from wagtail.permission_policies import ModelPermissionPolicy


def may_import(user):
    """Tell whether somebody may bring in a file of figures: who may add a delivery may."""
    return user.has_perm("indicators.add_dataset")


def may_take(user):
    """Tell whether somebody may take a snapshot."""
    return user.has_perm("indicators.add_indicatorsnapshot")


class SnapshotPolicy(ModelPermissionPolicy):
    """Snapshots are taken and read; nobody changes or removes one: its address is for ever."""

    def user_has_permission(self, user, action):
        """Refuse to change or to remove, whoever asks."""
        return action not in ("change", "delete") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        """Ask for each action by itself, so that those stay refused."""
        return any(self.user_has_permission(user, action) for action in actions)
