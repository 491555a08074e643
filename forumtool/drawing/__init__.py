"""Paper painted by Qt without a window: pages, PDF files, pictures of boards; for the window and for the terminal."""
