"""Plans as files: PDF, DOCX, ODT and CSV, all of the same contents."""
