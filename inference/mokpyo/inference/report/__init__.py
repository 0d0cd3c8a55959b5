"""Reports: one article, or a corpus of them, as one self-contained page that people look at.

Start at :mod:`~mokpyo.inference.report.article_page` and :mod:`~mokpyo.inference.report.corpus_page`; the templates,
styles and scripts lie in ``templates/``, every word of the interface in ``interface.tsv``.
"""
