"""The pages of Aufbau, a file each."""
