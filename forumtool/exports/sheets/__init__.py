"""Which lists the workbook has, their columns and rows; nothing here knows Excel. One file for each kind of thing."""
