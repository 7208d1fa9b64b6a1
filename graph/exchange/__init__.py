"""Files out (`out`) and tables in (`read`, `match`, `report`)."""
