"""A firm's own words to proposals of what it makes, each with the words it rests on."""
