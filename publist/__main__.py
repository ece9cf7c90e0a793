"""``python -m publist`` is the ``publist`` command."""

from publist.cli import main

if __name__ == "__main__":
    main()
