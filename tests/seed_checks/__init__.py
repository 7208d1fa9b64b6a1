"""What the tests of the shipped seeds share: the plan cut up, the facts by name, hand lists."""
