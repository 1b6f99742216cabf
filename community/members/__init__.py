"""The pages about people: joining and leaving, the list of members, and who looks after them."""
