"""本地设置: what a district decides for its subtree: checks, words, lengths, dates, 核验网址.

`reading` says what holds for an agency, `keeping` is the one way to change it, `words` reads lists
that were pasted, `deadlines` moves duties along.
"""
