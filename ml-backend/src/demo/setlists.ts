import { skillAt } from './growth.ts';
import type { Profile } from './profile.ts';
import type { PlayedShow } from './show.ts';
import type { SetlistEntry, Song } from './types.ts';
import { ofDay } from './versions.ts';

/** Setlists of most shows that were played, with how each song went down. */
export function makeSetlists(profile: Profile, shows: readonly PlayedShow[], songs: readonly Song[]): SetlistEntry[] {
  const random = profile.chance('setlists');
  const kept = profile.flagship ? 0.97 : profile.functions ? 0.25 : 0.6;
  const entries: SetlistEntry[] = [];
  for (const show of shows) {
    if (show.status !== 'played' || !random.chance(kept)) continue;
    const { day, kind } = show.plan;
    const known = songs.filter(({ playedFrom }) => playedFrom <= day);
    const length = Math.min(known.length, setLength(profile, show, day) + random.int(-1, 1));
    const set = choose(known, length, day, random);
    const mood = random.normal(0, 0.05) + 0.16 * (skillAt(profile, day) - 0.5) + 0.1 * fullness(show);
    const encores = length > 9 && kind !== 'festival' ? random.int(1, Math.min(3, Math.floor(length / 6))) : 0;
    set.forEach((song, i) => {
      const place = i / Math.max(1, set.length - 1);
      const curve = 0.08 * Math.abs(2 * place - 0.75) - 0.03;
      const engagement = Math.min(1, Math.max(0, 0.3 + 0.5 * song.appeal + curve + mood + random.normal(0, 0.06)));
      entries.push({
        ...ofDay(`${show.id}|${i + 1}`, day, day + 1),
        gig: show.id,
        position: i + 1,
        song: song.title,
        encore: i >= set.length - encores,
        engagement: Math.round(engagement * 1000) / 1000,
      });
    });
  }
  return entries;
}

function setLength(profile: Profile, { plan, heads }: PlayedShow, day: number): number {
  if (plan.kind === 'festival') return 9;
  if (profile.genre === 'jazz' || profile.genre === 'classical') return 8;
  return Math.round(7 + 7 * skillAt(profile, day) + Math.min(4, (heads ?? 0) / 120));
}

const fullness = ({ heads, deal }: PlayedShow): number => Math.min(1, (heads ?? 0) / deal.capacity) - 0.45;

/** New songs and good ones are played more; the best two close, a strong one opens. */
function choose(known: readonly Song[], length: number, day: number, random: ReturnType<Profile['chance']>): Song[] {
  const weight = ({ appeal, playedFrom }: Song) =>
    (0.25 + appeal) ** 2 * (1 + 1.2 * Math.exp(-(day - playedFrom) / 400));
  // A weighted draw without replacement: the largest of u^(1/w) (Efraimidis, Spirakis 2006).
  const picked = known
    .map((song) => ({ song, mark: Math.log(1 - random.next()) / weight(song) }))
    .sort((a, b) => b.mark - a.mark)
    .slice(0, length)
    .map(({ song }) => song);
  const byAppeal = [...picked].sort((a, b) => b.appeal - a.appeal);
  const frame = [byAppeal[2], byAppeal[1], byAppeal[0]].filter((song) => song !== undefined);
  const middle = picked.filter((song) => !frame.includes(song));
  return [...frame.slice(0, 1), ...middle, ...frame.slice(1)];
}
