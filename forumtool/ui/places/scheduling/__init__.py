"""The parts of Ablauf: its rows, what runs, the live head, ready agendas."""
