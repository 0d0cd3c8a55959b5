"""Reading an article: bytes to text, text to normal form, lines, sections, sentences and quotations."""
