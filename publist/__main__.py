"""The ``publist`` command, also as ``python -m publist``."""

import gc


def run() -> None:
    """Run the command line.

    A run makes hardly any cycles and ends soon; looking for them often costs a tenth to a fifth of its time,
    while modules are imported as well.
    """
    gc.set_threshold(100_000, 20, 50)
    from publist.cli import main

    main()


if __name__ == "__main__":
    run()
