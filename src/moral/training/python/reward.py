"""The reward models of reward-models.json as reward functions for TRL. Needs nothing but Python.

    from reward import agent_reward, profile_reward

    GRPOTrainer(..., reward_funcs=agent_reward("care"))                          # an agent for one value alone
    GRPOTrainer(..., reward_funcs=profile_reward({"care": 1.0, "fairness": 0.8}))  # a whole profile, its weights summing to 1
"""
import base64
import json
import math
import re
import struct
import unicodedata
from pathlib import Path

BUCKETS = 1 << 18
LONGEST_TEXT = 20_000
LONGEST_WORD = 40
WORD, PAIR, GRAM = 0x811C9DC5, 0x2F6B1C57, 0x5BD1E995
EDGE = 32
MASK = 0xFFFFFFFF
TOKEN = re.compile("[a1]+(?:'a+)*")


def load(path="reward-models.json"):
    """The classifiers by value: intercept and weights by bucket."""
    file = json.loads(Path(path).read_text(encoding="utf-8"))
    models = {}
    for one in file["classifiers"]:
        packed = base64.b64decode(one["weights"])
        weights = struct.unpack(f"<{len(packed) // 2}h", packed)
        buckets = _distances(base64.b64decode(one["buckets"]))
        models[one["value"]] = (one["intercept"], {b: w * one["step"] for b, w in zip(buckets, weights)})
    return models


def score(models, text):
    """The chance in [0, 1] that a text follows each value."""
    buckets = _features(text)
    scale = 1 / math.sqrt(max(1, len(buckets)))
    return {
        value: _chance(intercept + scale * sum(weights.get(b, 0.0) for b in buckets))
        for value, (intercept, weights) in models.items()
    }


def agent_reward(value, path="reward-models.json"):
    """The reward of the agent of one value."""
    return profile_reward({value: 1.0}, path)


def profile_reward(weights, path="reward-models.json"):
    """The reward of a profile: its weighted mean of the chances."""
    models = load(path)
    total = sum(weights.values())

    def reward(completions, **_):
        scores = [score(models, _text(completion)) for completion in completions]
        return [sum(w * s[value] for value, w in weights.items()) / total for s in scores]

    reward.__name__ = "reward_" + "_".join(weights)
    return reward


def _text(completion):
    return completion if isinstance(completion, str) else "\n".join(m["content"] for m in completion)


def _chance(z):
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def _distances(packed):
    numbers, before, distance, shift = [], -1, 0, 0
    for byte in packed:
        distance |= (byte & 127) << shift
        shift += 7
        if byte & 128:
            continue
        before += distance
        numbers.append(before)
        distance = shift = 0
    return numbers


def _units(text):
    packed = text.encode("utf-16-le", "surrogatepass")
    return struct.unpack(f"<{len(packed) // 2}H", packed)


def _words(text):
    cut = text.encode("utf-16-le", "surrogatepass")[: 2 * LONGEST_TEXT].decode("utf-16-le", "ignore")
    lower = cut.lower().replace("’", "'")
    kinds = "".join(_kind(c) for c in lower)
    return [_units(lower[m.start() : m.end()]) for m in TOKEN.finditer(kinds)]


def _kind(character):
    if character == "'":
        return "'"
    first = unicodedata.category(character)[0]
    return "a" if first in "LM" else "1" if first == "N" else " "


def _features(text):
    """The distinct hashed words, pairs of words and runs of 3 to 5 characters of a text, in the order in which they first occur."""
    found, before = {}, None
    for word in _words(text):
        whole = WORD
        for unit in word:
            whole = _mixed(whole, unit)
        found[_bucket(whole)] = None
        if before is not None:
            found[_bucket(_mixed(_mixed(PAIR, before), whole))] = None
        before = whole
        edged = (EDGE, *word[:LONGEST_WORD], EDGE)
        for start in range(len(edged) - 2):
            gram = GRAM
            for count, unit in enumerate(edged[start : start + 5], 1):
                gram = _mixed(gram, unit)
                if count >= 3:
                    found[_bucket(gram)] = None
    return list(found)


def _mixed(code, unit):
    return ((code ^ unit) * 0x01000193) & MASK


def _bucket(code):
    h = code ^ (code >> 16)
    h = (h * 0x85EBCA6B) & MASK
    h ^= h >> 13
    h = (h * 0xC2B2AE35) & MASK
    return (h ^ (h >> 16)) & (BUCKETS - 1)
