import { analyses } from "../core/analyses/analyses.ts";
import type { AnalysisContext } from "../core/analyses/analysis-context.ts";
import type { Profile } from "../core/profile/profile.ts";
import type { Palette } from "../core/rows/palette.ts";
import { type AgentGoal, type AgentTable, agentTable } from "./agents/agents.ts";
import { type ProfileLevels, profileLevels } from "./agents/profile-levels.ts";

/** The analyses of moral profiles; each takes plain data and gives plain data in the user's units. */
export const moralAnalyses = {
  /** The levels that a profile reaches. */
  profile: (
    { oracle, samples, solveCache }: AnalysisContext,
    request: {
      readonly profile: Profile;
      /** Only its mode counts. Default pooled. */
      readonly palette?: Palette;
    },
  ): Promise<ProfileLevels> => profileLevels(oracle, samples, request.profile, solveCache.view),

  /** The original and an agent for each value. */
  agents: (
    { oracle, samples, solveCache }: AnalysisContext,
    request: { readonly goal: AgentGoal; readonly palette?: Palette },
  ): Promise<AgentTable> => agentTable(oracle, samples, request.goal, solveCache),
} as const;

/** Every analysis, by name. */
export const allAnalyses = { ...analyses, ...moralAnalyses } as const;

/** Name of an analysis. */
export type AnalysisName = keyof typeof allAnalyses;
/** What an analysis is asked. */
export type AnalysisRequest<N extends AnalysisName> = Parameters<(typeof allAnalyses)[N]>[1];
/** What it gives. */
export type AnalysisResult<N extends AnalysisName> = Awaited<ReturnType<(typeof allAnalyses)[N]>>;
