"""A fictional district to look at and to try things on: its agencies, people and reports."""

from .district import DISTRICT, begin_years, divide, plant, settle
from .plays import play

__all__ = ["DISTRICT", "begin_years", "divide", "plant", "play", "settle"]
