"""What people add, correct and decide: judgements, corrections, their history."""
