import reward from "./python/reward.py?raw";
import recipe from "./python/train_aggregator.py?raw";

/** The recipe that trains the aggregator with the paper's settings (method §10), as a Python program for TRL and PEFT. */
export const RECIPE: string = recipe;

/** The reward models as a Python reward function for TRL; it scores exactly as the page does. */
export const REWARD: string = reward;
