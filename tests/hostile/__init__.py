"""Inputs made to harm: strings that templates, browsers or terminals would run, and sizes without end."""
