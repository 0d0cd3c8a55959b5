"""Text encodings: how a text becomes token ids with offsets, for training and for tagging alike."""
