"""Rounds of annotation in Label Studio: articles out with a model's readings, documents back with their agreement.

``push`` fills a project, ``pull`` brings its annotations into a folder that ``mokpyo train`` takes; the extra
``[annotations]`` brings Label Studio's SDK.
"""
