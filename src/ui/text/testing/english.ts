import { speak } from "../../language.ts";
import { en } from "../en.ts";

speak(en);
