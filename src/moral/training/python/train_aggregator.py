"""Trains a contextual aggregator: LoRA of rank 128, learning rate 5e-7, batches of 256, cross-entropy to the reference.

These are the published settings (arXiv 2403.12805). Its alpha and its number of epochs are not published: here alpha is the rank,
and the epochs are yours to choose on validation.jsonl.

    pip install trl peft datasets
    python train_aggregator.py --model MODEL --output aggregator
"""
import argparse

from datasets import load_dataset
from peft import LoraConfig
from trl import SFTConfig, SFTTrainer

RANK = 128
LEARNING_RATE = 5e-7
BATCH = 256


def split(example):
    """The reference is what is learned; question, profile and the agents' answers are only read."""
    return {"prompt": example["messages"][:-1], "completion": example["messages"][-1:]}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--model", required=True)
    arguments.add_argument("--output", default="aggregator")
    arguments.add_argument("--epochs", type=float, default=1)
    arguments.add_argument("--per-device-batch", type=int, default=4)
    asked = arguments.parse_args()

    files = {"train": "train.jsonl", "validation": "validation.jsonl"}
    data = load_dataset("json", data_files=files).map(split, remove_columns=["messages"])
    trainer = SFTTrainer(
        model=asked.model,
        train_dataset=data["train"],
        eval_dataset=data["validation"],
        peft_config=LoraConfig(r=RANK, lora_alpha=RANK, task_type="CAUSAL_LM", target_modules="all-linear"),
        args=SFTConfig(
            output_dir=asked.output,
            learning_rate=LEARNING_RATE,
            num_train_epochs=asked.epochs,
            per_device_train_batch_size=asked.per_device_batch,
            gradient_accumulation_steps=max(1, BATCH // asked.per_device_batch),
            completion_only_loss=True,
            eval_strategy="epoch",
            logging_steps=1,
        ),
    )
    trainer.train()
    trainer.save_model(asked.output)


if __name__ == "__main__":
    main()
