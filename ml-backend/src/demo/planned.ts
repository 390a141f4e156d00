import type { Day } from './calendar.ts';
import type { City } from './places.ts';

/** A show before it is known how it went. */
export interface PlannedShow {
  day: Day;
  city: City;
  kind: 'tour' | 'single' | 'residency' | 'function' | 'festival';
  tour: string | null;
  /** When the booking became known. */
  bookedOn: Day;
}
