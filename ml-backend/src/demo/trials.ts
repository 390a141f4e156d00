import type { Day } from './calendar.ts';
import type { Profile } from './profile.ts';

/** An experiment that chance decides show by show: each show from `from` on is treated with `probability`. */
export interface ShowTrial {
  from: Day;
  probability: number;
  /** Log of the factor on the draw. */
  effect: number;
}

/** An experiment that chance decides artist by artist. */
export interface ArtistTrial {
  on: Day;
  until: Day;
  treated: boolean;
  probability: number;
  /** Log of the factor on streams. */
  effect: number;
}

export interface Trials {
  /** A mail to the list ten days before the show. */
  mailing: ShowTrial | null;
  /** Tickets for a fifth less. */
  discount: ShowTrial | null;
  /** Paid pitching to playlists. */
  pitching: ArtistTrial | null;
}

export const discountFactor = 0.8;
/** Days before the show on which the mail goes out. */
export const mailingLead = 10;
const pitchingDays = 56;

export function planTrials(profile: Profile): Trials {
  const random = profile.chance('trials');
  if (profile.functions) return { mailing: null, discount: null, pitching: null };
  const at = (low: number, high: number) =>
    Math.round(profile.from + (profile.to - profile.from) * random.between(low, high));
  const mailing = { from: at(0.1, 0.45), probability: 0.5, effect: random.normal(0.12, 0.06) };
  const discount = {
    from: at(0.1, 0.45),
    probability: 0.25,
    effect: profile.traits.elasticity * Math.log(discountFactor),
  };
  const on = at(0.2, 0.9);
  const pitching = {
    on,
    until: on + pitchingDays,
    treated: random.chance(0.5),
    probability: 0.5,
    effect: random.normal(0.1, 0.04),
  };
  return {
    mailing: profile.flagship || random.chance(0.7) ? mailing : null,
    discount: random.chance(0.6) ? discount : null,
    pitching: profile.incidents === 0 ? null : pitching,
  };
}
