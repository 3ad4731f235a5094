{{about}}
"""The reward that leads to a palette of values: λ·r, for training with TRL.

Give a reward model to each value that has a price (REWARD_MODELS below), then

    from trl import GRPOConfig, GRPOTrainer
    from {{module}} import BETA, palette_reward

    trainer = GRPOTrainer(
        model=...,
        train_dataset=...,
        reward_funcs=palette_reward,
        args=GRPOConfig(beta=BETA, scale_rewards=False),
    )

Training that maximises E[R] - BETA · KL with R = BETA · (λ·r) has its optimum at p ∝ p0 · exp(λ·r), whatever BETA is (MAP,
arXiv 2410.19198, Theorem 2). So the KL term has to stay in (TRL leaves it out of GRPO by default), and rewards must not be
divided by their spread. For PPO the scores are palette_reward(prompts, completions), with BETA as the KL coefficient.

    python {{module}}.py weights.csv

checks every figure below against the exported weights of all answers.
"""

from __future__ import annotations

import csv
import sys
from typing import Callable, Mapping, NamedTuple, Sequence

import numpy as np

BETA = 0.05  # weight of the KL term in training; above 0 any value aims at the same mix


{{palette}}

def palette_reward(prompts: list, completions: list, **_) -> list[float]:
    """BETA · λ·r of every completion, counted from the original model's levels, as TRL's `reward_funcs` expects it."""
    return [float(x) for x in BETA * score(prompts, completions)]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python {{module}}.py weights.csv")
    sys.exit(0 if check(sys.argv[1]) else 1)
