// Brought by the loader once a widget follows something.
