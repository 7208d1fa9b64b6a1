"""Settings of every test: a slow machine is no failure, and a failure can be repeated."""

from hypothesis import settings

settings.register_profile("liantu", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("liantu")
