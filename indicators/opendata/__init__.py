"""The figures as open data: a catalogue (DCAT-AP-NL 3.0), and every measurement as a file."""
