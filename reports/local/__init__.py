"""本地设置: what a district decides for its subtree about checks, words, lengths and dates.

`reading` says what holds for an agency, `keeping` is the one way to change it, `words` reads lists
that were pasted, `deadlines` moves duties along.
"""
