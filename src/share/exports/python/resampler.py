{{about}}
"""Answers for a palette of values without training: draw k answers, keep one by the softmax of λ·r.

Give a reward model to each value that has a price (REWARD_MODELS below), then

    from {{module}} import answer

    reply = answer("a prompt", generate=lambda prompt: ..., k=64)

{{howMany}}

    python {{module}}.py weights.csv

checks every figure below against the exported weights of all answers.
"""

from __future__ import annotations

import csv
import sys
from typing import Callable, Mapping, NamedTuple, Sequence

import numpy as np

{{fewest}}{{palette}}

def probabilities(scores: Sequence[float]) -> np.ndarray:
    """The chance of each of k answers to be kept: the softmax of their λ·r."""
    scores = np.asarray(scores, dtype=float)
    weights = np.exp(scores - scores.max())
    return weights / weights.sum()


def choose(prompt, completions: list, rng: np.random.Generator | None = None) -> int:
    """Which of the completions of one prompt to keep."""
    rng = rng or np.random.default_rng()
    chances = probabilities(score([prompt] * len(completions), completions))
    return int(rng.choice(len(completions), p=chances))


def answer(prompt, generate: Callable, k: int{{defaultK}}, rng: np.random.Generator | None = None):
    """Draws k answers from the original model and keeps one."""
    completions = [generate(prompt) for _ in range(k)]
    return completions[choose(prompt, completions, rng)]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python {{module}}.py weights.csv")
    sys.exit(0 if check(sys.argv[1]) else 1)
