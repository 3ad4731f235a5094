/** Raised when the same rows and palette get figures that differ by more than the solver's tolerance. */
export const SOLVER_VERSION = 1;
