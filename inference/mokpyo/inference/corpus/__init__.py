"""Whole corpora: records in, shards of documents and targets out, over processes; a killed run can be resumed."""
