"""The pages of Zusammenschau."""
