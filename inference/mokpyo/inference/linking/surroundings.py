"""What several features ask of the words around a number."""

from mokpyo.inference.linking.context import QuantityContext


def governing_stem(quantity: QuantityContext) -> str:
    """Stem of the predicate that the number depends on; empty where there is none."""
    return quantity.governor.stem if quantity.governor is not None else ""


def following_nouns(quantity: QuantityContext) -> list[str]:
    """Dictionary forms of the nouns right behind the number, at most four."""
    following = quantity.place.morphemes_between(quantity.end, quantity.place.sentence.end)
    run = []
    for morpheme in following[:4]:
        if morpheme.tag[0] != "N" and morpheme.tag not in ("XSN", "XPN", "JKG", "MM"):
            break
        run.append(morpheme.form)
    return run
