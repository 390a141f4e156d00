import { badRequest } from '../errors.ts';
import type { ImportFormat } from './format.ts';
import { audience } from './formats/audience.ts';
import { bandcamp } from './formats/bandcamp.ts';
import { collaborations } from './formats/collaborations.ts';
import { distrokid } from './formats/distrokid.ts';
import { fx } from './formats/fx.ts';
import { gigs } from './formats/gigs.ts';
import { goals } from './formats/goals.ts';
import { ics } from './formats/ics.ts';
import { ledger } from './formats/ledger.ts';
import { market } from './formats/market.ts';
import { members } from './formats/members.ts';
import { practice } from './formats/practice.ts';
import { setlists } from './formats/setlists.ts';
import { skills } from './formats/skills.ts';
import { spend } from './formats/spend.ts';
import { spotify } from './formats/spotify.ts';
import { venues } from './formats/venues.ts';
import { shorten } from './values/badValue.ts';

/** Every format that can be imported; a new one is a file in `formats` and a line here. */
export const formats: readonly ImportFormat[] = [
  distrokid,
  bandcamp,
  gigs,
  ics,
  setlists,
  ledger,
  fx,
  spotify,
  audience,
  members,
  practice,
  skills,
  goals,
  venues,
  collaborations,
  spend,
  market,
];

/** @throws EncoreError IMPORT_UNKNOWN_FORMAT */
export function findFormat(name: string): ImportFormat {
  const format = formats.find((known) => known.name === name);
  if (format) return format;
  throw badRequest(
    'IMPORT_UNKNOWN_FORMAT',
    `"${shorten(name, 60)}" is no import format; use one of ${formats.map((known) => known.name).join(', ')}`,
    'format'
  );
}
