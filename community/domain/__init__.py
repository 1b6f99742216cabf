"""What changes something in communities; who may do so is decided in `community.permissions`."""
