"""Papers for the day as pages: seen before they are printed, written as PDF or Word."""
