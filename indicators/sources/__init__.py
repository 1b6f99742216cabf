"""Where figures come from: each source ends in one CSV file on disk and what is known of it."""
