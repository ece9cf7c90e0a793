"""What is made and where it goes: targets of publist.toml, markers in files, folders of pages."""
