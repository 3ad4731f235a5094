class Value(NamedTuple):
    """A value of the palette; levels are mean rewards in the units of the data."""

    name: str
    direction: int  # +1: higher is better, -1: lower is better
    price: float  # λ, nats per unit of improvement; 0 where the value is met for free
    before: float  # the original model
    target: float | None  # None: left out of the palette
    after: float  # the mix of this palette, in-sample


VALUES = [
{{values}}
]
KL = {{kl}}  # drift of the mix from the original model, in nats
ESS = {{ess}}  # effective number of answers that carry it, of {{rows}}
PER_PROMPT = {{perPrompt}}  # True: the answers to each prompt are weighed by themselves

# One function per value with a price: (prompts, completions) -> one raw reward per completion, on the scale and with the
# sign of the data. A cost stays a cost: its direction is taken care of here.
REWARD_MODELS: dict[str, Callable[[list[str], list[str]], Sequence[float]]] = {
{{models}}
}


def combine(rewards: Mapping[str, Sequence[float]], count: int) -> np.ndarray:
    """λ·(r - before) of `count` answers, in nats; `rewards` holds the raw rewards of every value with a price.

    Counting from the original model's level takes the same from every answer, so it changes no weight and no training, and keeps
    the digits of rewards far from zero.
    """
    total = np.zeros(count)
    for value in VALUES:
        if value.price > 0:
            risen = np.asarray(rewards[value.name], dtype=float) - value.before
            total += value.direction * value.price * risen
    return total


def score(prompts: list, completions: list) -> np.ndarray:
    """λ·(r - before) of every completion by the reward models; prompts and completions are texts or lists of messages."""
    priced = [value.name for value in VALUES if value.price > 0]
    missing = [name for name in priced if name not in REWARD_MODELS]
    if missing:
        raise LookupError("no reward model for " + ", ".join(missing))
    asked, given = [text_of(p) for p in prompts], [text_of(c) for c in completions]
    return combine({name: REWARD_MODELS[name](asked, given) for name in priced}, len(given))


def text_of(turn) -> str:
    """A text as it is, messages as their contents."""
    if isinstance(turn, str):
        return turn
    return "\n".join(str(message["content"]) for message in turn)


def tilt(scores: np.ndarray, before: np.ndarray, prompts: np.ndarray | None = None) -> np.ndarray:
    """Weights of the answers in the mix, before · exp(λ·r), normalised over all of them or within each prompt."""
    if prompts is None:
        group = np.zeros(len(scores), dtype=int)
    else:
        group = np.unique(prompts, return_inverse=True)[1]
    top = np.full(group.max() + 1, -np.inf)
    np.maximum.at(top, group, np.where(before > 0, scores, -np.inf))
    raw = np.where(before > 0, before * np.exp(np.minimum(0, scores - top[group])), 0)
    mass, total = np.bincount(group, before), np.bincount(group, raw)
    return raw * np.divide(mass, total, out=np.zeros_like(mass), where=total > 0)[group]


def measure(path: str) -> dict:
    """Levels, drift and effective answers of this λ on an exported table of all answers and their weights."""
    with open(path, newline="", encoding="utf-8-sig") as file:
        rows = list(csv.reader(file))
    column = {name: np.array([row[k] for row in rows[1:]], dtype=float) for k, name in enumerate(rows[0])}
    rewards = {value.name: column["reward_" + value.name] for value in VALUES}
    before = column["weight_before"]
    weights = tilt(combine(rewards, len(before)), before, column["prompt"] if PER_PROMPT else None)
    held = weights > 0
    return {
        "levels": [value.before + float(weights @ (rewards[value.name] - value.before)) for value in VALUES],
        "kl": float(np.sum(weights[held] * np.log(weights[held] / before[held]))),
        "ess": float(1 / np.sum(weights**2)),
        "weights": float(np.max(np.abs(weights - column["weight_after"]))),
    }


def check(path: str, tolerance: float = 1e-9) -> bool:
    """Prints what the answers say beside what this file says; True where they agree."""
    found = measure(path)
    pairs = [(value.name, level, value.after) for value, level in zip(VALUES, found["levels"])]
    pairs += [("drift, nats", found["kl"], KL), ("answers that carry it", found["ess"], ESS)]
    pairs += [("largest difference of a weight", found["weights"], 0.0)]
    agree = True
    for name, here, there in pairs:
        near = abs(here - there) <= tolerance * max(1.0, abs(there))
        agree = agree and near
        print(f"{'ok ' if near else 'NO '} {name}: {here:.12g} ({there:.12g} in this file)")
    return agree
