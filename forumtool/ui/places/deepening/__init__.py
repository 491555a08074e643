"""Working out measures: the weighed groups, the sketches with their cards, agreements, and what was set aside."""
