"""`python -m api.cli` is `liantu`, also where nothing is installed."""

import sys

from api.cli import main

if __name__ == "__main__":
    sys.exit(main())
