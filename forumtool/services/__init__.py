"""Verbs that a facilitator, note-taker or organiser would say. Each makes one recorded step and returns it."""
