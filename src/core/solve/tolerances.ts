// Every numerical threshold of the method in one place. "sd" is one standard deviation of a value's baseline rewards;
// λ is in nats per sd; KL and drift are in nats; a "share" has no unit.

// --- The dual problem: Newton's method (method §3)

/** KKT residual at which a palette counts as met, in sd. */
export const KKT_TOLERANCE = 1e-9;
/** KKT residual while a slider moves, in sd: no printed digit shows the difference. */
export const MOVING_TOLERANCE = 1e-6;
/** KKT residual of a solve over a part of the rows, in sd: far below what the part differs from all rows. */
export const COARSE_TOLERANCE = 1e-7;
/** KKT residual of a solve on the edge of the reachable set while a slider moves, in sd: the limit's printed digits are met. */
export const EDGE_TOLERANCE = 1e-7;
/** ‖λ‖ below which λ = 0 itself is tried, in nats per sd. */
export const NEAR_ZERO = 1e-6;
/** Once the residual is met, a step this many tolerances long, relative to 1 + ‖λ‖, is not worth another pass. */
export const SETTLED_STEP = 100;
/** Residual below which a search that no longer improves counts as stalled by rounding, in sd. */
export const STALL_RESIDUAL = 1e-6;
/** A residual above this share of the one before it has not improved. */
export const STALL_RATIO = 0.5;
/** A step cut to less than this share of Newton's own is short: its direction may prove the palette out of reach. */
export const SHORT_STEP = 0.5;
/** Cosine between two short steps in a row above which they count as one direction. */
export const SAME_DIRECTION = 0.999;
/** Share of the slope left after a step above which the dual still climbs in an exponential tail, so that the next step may be longer. */
export const STILL_CLIMBING = 0.3;
/** Share of the slope left (negative: beyond the top) below which a lengthened step went too far. */
export const OVERSHOT = -0.5;
/** Armijo's constant: the least rise of the dual that is accepted, as a share of the rise that the slope promises. */
export const LEAST_RISE = 1e-4;
/** Rounding of one dual value that the line search forgives, relative to 1 + |g| + |M|. */
export const VALUE_ROUNDING = 4e-15;
/** Below this, relative to 1 + |g| + |M|, a change of the dual is rounding of a sum over rows, and the slope decides. */
export const SUM_NOISE = 1e-11;
/** Where the slope decides: the greatest |slope left|, as a share of the slope before, of a step that is accepted. */
export const MOST_SLOPE_LEFT = 0.9;
/** Share of the first step length at which the line search gives up. */
export const SHORTEST_SHARE = 1e-12;
/** Ridge of the Newton system, relative to the trace of V. */
export const NEWTON_RIDGE = 1e-15;
/** Ridge that keeps the system regular where V is exactly 0, in sd². */
export const NEWTON_FLOOR = 1e-150;
/** Slope at which a value enters Newton's active set, relative to the greatest slope. */
export const ENTERING_SLOPE = 1e-12;

// --- Targets (method §1)

/** Distance from the mean at which a target is the mean, in sd. */
export const AT_THE_MEAN = 1e-12;
/** The same for values whose doubles are coarser than that, in roundings of the mean. */
export const MEAN_ROUNDINGS = 8;

// --- Verdicts (method §3)

/** Margin within which a palette counts as lying on the edge of the reachable set, in sd. */
export const EDGE_MARGIN = 1e-9;
/** Margin down to which Newton's method is sure to settle, in sd. */
export const PROMISED_MARGIN = 1e-6;
/** Least eigenvalue of V on the binding values below which the exact linear program is asked, in sd². */
export const DEGENERATE_VARIANCE = 1e-7;
/** Newton step that is still this long, relative to 1 + ‖λ‖, when the residual is met: the linear program is asked. */
export const UNSETTLED_STEP = 1e-3;

/** KKT residual of a rough solve on the edge, in sd: λ is on its way to infinity there, and the exact solve further on. */
export const ROUGH_EDGE = 1e-3;
/** What is left of a row's weight further on towards the edge, as a share, at or below which the limit drops the row. */
export const VANISHING = 0.5;
/** Weight of a row, relative to the most lifted one, below which it is none. */
export const NO_WEIGHT = 1e-13;
/** Variance that is left of a value, given the others, at or below which it follows from them, in sd². */
export const DEPENDENT_VARIANCE = 1e-10;
/** Part in a combination of values, relative to one of them, at or below which a value has none. */
export const NO_PART = 1e-6;
/** Distance of a level from its target within which the target is met exactly and not exceeded, in sd. */
export const MET_EXACTLY = 2e-6;

// --- Warm starts

/** Distance of a palette from the line of a drag, relative to the last move, within which it lies on it. */
export const PARALLEL = 1e-9;
/** Palettes on a line closer than this, in lengths of the last move, are one. */
export const DISTINCT_PLACES = 1e-3;
/** How far beyond two palettes, in lengths between them, their cubic is believed. */
export const MOST_BEYOND = 2;
/** Predicted step, relative to 1 + ‖λ‖, from which a prediction says nothing. */
export const WILD_STEP = 1e6;

// --- Linear programs over the rows (method §5)

/** Reduced cost that still improves a column program, relative to 1 + |price of the mix|, in sd. */
export const REDUCED_COST = 1e-11;
/** Smallest pivot of the simplex, in sd. */
export const LEAST_PIVOT = 1e-11;
/** Ratios closer than this tie in the lexicographic test (a share). */
export const TIED_RATIO = 1e-14;
/** Share of a row below which it does not count as carrying the mix. */
export const LEAST_CARRIED = 1e-12;
/** Distance left after phase one within which the bounds count as met, in sd; further out as a share of the way from the baseline. */
export const PLACED_GAP = 1e-9;

// --- Repairs (method §5)

/** Gap at which the nearest palette is settled, in sd²; its error is the root of it. */
export const NEAREST_GAP = 5e-13;
/** Distance above a target at which the nearest point is let down along that value, in sd. */
export const LEAST_OVERSHOOT = 1e-13;
/** Share at or below which a point of the nearest mix counts as left out of it. */
export const NO_SHARE = 1e-15;
/** Share that a point keeps its place with whatever the next step wants of it. */
export const SURE_SHARE = 1e-12;
/** Share below which a point leaves the mix in any case. */
export const LEAST_SHARE = 1e-14;
/** Divisor that stands for 0 where a share does not move. */
export const TINY_DIVISOR = 1e-300;
/** Softness η that the search for the nearest palette within a limit starts from, in sd per nat per sd. */
export const SOFTEST = 1e3;
/** Step by which log η rises until the limit is kept, and how often at most. */
export const SOFTER_STEP = 3;
/** Step by which log η falls until the limit is broken. */
export const HARDER_STEP = 2;
/** log η below which the palette is as good as the nearest of all. */
export const HARDEST_LOG = -27;
/** How closely the nearest palette keeps to its limit, in nats or in log answers. */
export const LIMIT_TOLERANCE = 1e-11;
/** Width in log η at which the search ends. */
export const LOG_WIDTH = 1e-13;
/** A guess by the secant keeps this share of the bracket away from both ends. */
export const SECANT_MARGIN = 1e-3;
/** How closely the share of a ray meets its limit, in nats or in log answers. */
export const RAY_TOLERANCE = 1e-9;
/** The same for the repair that is drawn while a slider moves. */
export const MOVING_RAY_TOLERANCE = 1e-6;
/** Width of a bracket on a ray, relative to the longest share, at which the search ends. */
export const RAY_WIDTH = 1e-11;
/** A guess on a ray keeps this share of the bracket away from both ends. */
export const RAY_MARGIN = 1e-6;
/** How far about a hint the limit's crossing is looked for, relative to the hint. */
export const HINT_MARGIN = 0.02;
/** How far inside a limit a mix counts as held back by it, in nats or in log answers. */
export const HELD_BACK = 1e-6;
/** Square of a change of a palette that is rounding only, in sd². */
export const UNMOVED_SQUARE = 1e-18;

// --- Fronts and hulls (method §6)

/** How closely a front point meets its budget, in nats. */
export const FRONT_TOLERANCE = 1e-10;
/** How closely a drawn contour meets its budget, in nats: less than a hairline. */
export const CONTOUR_TOLERANCE = 1e-4;
/** A front point that the search could not settle is still taken when its budget is met so closely, in nats. */
export const LOOSE_FRONT_TOLERANCE = 1e-6;
/** Tilt along a front's direction beyond which the budget is out of reach, in nats per sd. */
export const LONGEST_TILT = 1e6;
/** Tilt from which a drift that no longer rises is a sign of ties at the maximum, in nats per sd. */
export const LONG_TILT = 100;
/** dKL/ds at or below which the drift no longer rises, in sd. */
export const FLAT_DRIFT = 1e-14;
/** Width of the bracket of a tilt, relative to the tilt, at which rounding ends the search. */
export const TILT_WIDTH = 1e-14;
/** Least ½·s·dKL/ds that Newton divides by, in nats. */
export const LEAST_HALF_SLOPE = 1e-12;
/** How far a new vertex of the hull lies beyond an edge at least, in sd. */
export const HULL_TOLERANCE = 1e-9;

// --- Comparisons (method §4, §6)

/** How closely a trade-off keeps the drift, in nats. */
export const DRIFT_TOLERANCE = 1e-10;
/** Width of the bracket of a trade-off at which rounding ends the search, relative to 1 + |change| in sd. */
export const TRADE_WIDTH = 1e-13;
/** A value that would have to give up more than this has nothing to trade, in sd. */
export const MOST_GIVEN_UP = 50;
/** Least step by which an open bracket of a trade-off is widened, in sd. */
export const TRADE_STEP = 0.05;
/** How closely one value of a sequential round meets its target, in sd. */
export const ROUND_TOLERANCE = 1e-12;
/** Fall of a level below its baseline that is rounding only, in sd. */
export const LEVEL_ROUNDING = 1e-12;

// --- Trust (method §8)

/** Ridge of V before it is inverted, relative to its trace. */
export const SANDWICH_RIDGE = 1e-12;
/** Least weight, or spread, that is left when a cluster is taken out, as a share of all. */
export const LEAST_REST = 1e-6;
/** Distance within which two rewards count as one level, in sd. */
export const SAME_LEVEL = 1e-6;
/** Least density that a quantile target's influence divides by, per sd. */
export const LEAST_DENSITY = 1e-6;
/** Drift from which the fewest answers that could do are not counted any more, in nats. */
export const MOST_COUNTED_KL = 30;
