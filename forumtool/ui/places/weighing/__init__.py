"""Counting dots: fields, bars, the sum."""
