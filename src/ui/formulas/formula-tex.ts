import type { HelpTerm } from "../text/en/help.ts";

/** The exact meaning of each term that has a formula, in TeX; `npm run formulas` renders them to `formula-trees.json`. */
export const FORMULA_TEX: Readonly<Partial<Record<HelpTerm, string>>> = {
  drift: String.raw`\mathrm{KL}(p_\lambda \,\|\, p_0) = \lambda \cdot \mathbb{E}_\lambda[r] - \log Z(\lambda)`,
  carry: String.raw`\mathrm{ESS} = \frac{1}{\sum_j w_j^2}`,
  needed: String.raw`\ln k - \frac{k - 1}{k} \ge \mathrm{KL}`,
  price: String.raw`\lambda_i = \frac{\partial\,\mathrm{KL}}{\partial c_i} \ge 0`,
  inSample: String.raw`\mathbb{E}_\lambda[r] = \sum_j w_j\, r_j`,
  reachable: String.raw`\{\, \mathbb{E}_p[r] : p \ll q, \ \mathbb{E}_p[r_k] \ge c_k \,\}`,
  quantile: String.raw`\inf \{\, x : \Pr_q(r \le x) \ge p \,\}`,
  sd: String.raw`z = \frac{r - \mathbb{E}_q[r]}{\mathrm{sd}_q(r)}`,
  closest: String.raw`c_0 + 0.95\,\rho^{*} (c - c_0)`,
  winRate: String.raw`\Pr(r' > r) + \tfrac{1}{2} \Pr(r' = r)`,
  strength: String.raw`c_0 + \rho\,(c - c_0)`,
  lambda: String.raw`w_j = \frac{q_j\, e^{\lambda \cdot r_j}}{\sum_k q_k\, e^{\lambda \cdot r_k}}`,
  interval: String.raw`\mathrm{Var}\,\hat\lambda = V^{-1} \Omega\, V^{-1}, \quad V = \mathrm{Cov}_\lambda[r]`,
  edge: String.raw`\max_j u \cdot r_j = u \cdot c, \quad u \ge 0`,
};
