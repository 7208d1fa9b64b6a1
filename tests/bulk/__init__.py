"""Files of any size as a dataset."""
