"""Masked-LM pretraining: raw text to packed rows on disk, and packed rows to an encoder for fine-tuning."""
