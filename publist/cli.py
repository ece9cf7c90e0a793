"""The command line: options, messages, exit codes; no logic."""


def main() -> None:
    """Run the command line."""
