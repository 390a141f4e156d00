import type { Random } from './random.ts';

/** What nobody can see of an artist: how its audience answers to prices and mail, how it practises, who stays. */
export interface Traits {
  /** d log heads / d log ticket price. */
  elasticity: number;
  /** Where its prices lie among its peers', standard normal. */
  pricing: number;
  /** How many hours it practises among its peers, standard normal. */
  zeal: number;
  /** Studies music for the first years of the career. */
  student: boolean;
  /** Months for which a listener stays. */
  stay: number;
  /** Plays a listener and month, as a factor on the usual 5. */
  appetite: number;
  /** Share of the audience that listens and buys actively. */
  active: number;
}

export function makeTraits(random: Random, { loyalty, flagship }: { loyalty: number; flagship: boolean }): Traits {
  const faith = (loyalty - 0.5) / 0.19;
  return {
    elasticity: random.normal(-0.8, 0.4),
    pricing: flagship ? 0 : random.normal(),
    zeal: random.normal(),
    student: random.chance(0.12) && !flagship,
    stay: 3 * Math.exp(0.6 * faith + random.normal(0, 0.8)),
    appetite: Math.exp(0.1 * faith + random.normal(0, 0.1)),
    active: random.beta(0.35, 40),
  };
}
