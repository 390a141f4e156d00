/** Start of a local day, the stamp of a fact with the grain of a day or a month. */
export const atMidnight = (day: string): string => `${day} 00:00:00+00`;

const dayMs = 86_400_000;

/**
 * When a fact became known, where the source does not say: so many days after the day it is about, but not later
 * than now, for it is here. Answers are remembered, since files repeat their days.
 */
export function knownAfterUntil(now: Date): (day: string, days: number) => string {
  const known = new Map<string, string>();
  return (day, days) => {
    const key = `${day}+${days}`;
    const seen = known.get(key);
    if (seen) return seen;
    const at = Math.min(Date.parse(`${day}T00:00:00Z`) + days * dayMs, now.getTime());
    const text = new Date(at).toISOString();
    if (known.size < 100_000) known.set(key, text);
    return text;
  };
}

/** Last day of a month. @param month `YYYY-MM` */
export function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** The local date of a moment. */
export const localDay = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment);
