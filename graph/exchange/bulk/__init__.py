"""Big files to a whole dataset: row by row, in bounded memory."""
