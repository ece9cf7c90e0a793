"""An example of a plug-in for publist: two formats and a rule."""
