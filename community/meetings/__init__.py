"""Meetings and material on the site: registering, calendars, and what coordinators make."""
