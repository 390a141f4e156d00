import type { Profile } from './profile.ts';
import { releaseDay } from './releases.ts';
import type { Genre } from './roster.ts';
import type { Release, Song } from './types.ts';
import { standardTitles, titles } from './words.ts';

const keys = ['C', 'G', 'D', 'A', 'E', 'F', 'B♭', 'Am', 'Em', 'Dm', 'Bm', 'F♯m', 'Cm', 'Gm'];

/** Beats a minute and seconds, on average. */
const manner: Record<Genre, [tempo: number, seconds: number]> = {
  'indie folk': [104, 232],
  folk: [112, 225],
  'singer-songwriter': [96, 228],
  'indie rock': [126, 224],
  alternative: [122, 236],
  'indie pop': [118, 212],
  pop: [114, 202],
  soul: [98, 238],
  'hip-hop': [90, 196],
  electronic: [122, 290],
  metal: [138, 276],
  punk: [168, 156],
  country: [110, 212],
  americana: [108, 234],
  blues: [92, 268],
  jazz: [124, 356],
  latin: [116, 238],
  world: [110, 266],
  classical: [84, 342],
  covers: [118, 240],
};

/** The repertoire: what was there before the first day, and what each record brings, played from a month before it. */
export function makeSongs(profile: Profile, releases: readonly Release[]): Song[] {
  const random = profile.chance('songs');
  const [tempo, seconds] = manner[profile.genre];
  const taken = new Set(releases.map(({ title }) => title));
  const song = (title: string, playedFrom: number, isrc: string | null): Song => ({
    title,
    isrc,
    durationSeconds: Math.round(seconds * random.factor(0.18)),
    musicalKey: random.pick(keys),
    tempo: Math.round(Math.min(210, Math.max(56, tempo * random.factor(0.16)))),
    genre: profile.genre,
    playedFrom,
    appeal: random.beta(0.55, 5),
  });
  const early = profile.functions ? standardTitles : titles(random, profile.flagship ? 9 : random.int(10, 18), taken);
  const songs = early.map((title) => song(title, profile.from, null));
  let number = 0;
  const isrc = (on: number) =>
    `${profile.city.country === 'US' ? 'US' : profile.city.country}E${String(profile.index % 100).padStart(2, '0')}${String(Math.floor(on / 365.25) % 100).padStart(2, '0')}${String(++number).padStart(5, '0')}`;
  for (const release of releases) {
    if (release.type === 'live') continue;
    const on = releaseDay(release);
    const tracks = [
      ...(release.type === 'single' || random.chance(0.5) ? [release.title] : []),
      ...titles(random, release.tracks, taken),
    ];
    for (const title of tracks.slice(0, release.tracks)) songs.push(song(title, on - random.int(5, 45), isrc(on)));
  }
  return songs;
}
