import { type Item } from '../model';
import { type Known, isKnown } from '../series';
import { say, sayCount } from '../words';

/** The heading of a lane. */
export function laneTitle(key: string): string {
  if (!isKnown(key)) {
    return key;
  }
  const titles: Record<Known, () => string> = {
    stage: () => say('lane.stage', 'Career stage'),
    tour: () => say('lane.tour', 'Tours'),
    show: () => say('lane.show', 'Shows'),
    release: () => say('lane.release', 'Releases'),
    milestone: () => say('lane.milestone', 'Milestones'),
    goal: () => say('lane.goal', 'Goals'),
    unusual: () => say('lane.unusual', 'Unusual'),
  };
  return titles[key]();
}

const having = (items: readonly Item[], ...states: string[]) =>
  items.filter((item) => states.includes(item.state)).length;
const join = (parts: string[]) => parts.filter(Boolean).join(', ');

export const countItems = (n: number) => sayCount('count.items', n, '{{n}} item', '{{n}} items');
export const countShows = (n: number) => sayCount('count.shows', n, '{{n}} show', '{{n}} shows');
export const countTours = (n: number) => sayCount('count.tours', n, '{{n}} tour', '{{n}} tours');
export const countReleases = (n: number) => sayCount('count.releases', n, '{{n}} release', '{{n}} releases');
export const countArtists = (n: number) => sayCount('count.artists', n, '{{n}} artist', '{{n}} artists');

/** One line that sums up the items in view, for the gutter. */
export function laneNote(key: string, items: readonly Item[]): string {
  const n = items.length;
  switch (key) {
    case 'stage':
      return '';
    case 'tour': {
      const names = new Set(items.map((item) => item.title)).size;
      const parts = names === n ? '' : sayCount('count.parts', n, '{{n}} part', '{{n}} parts');
      return join([countTours(names), parts]);
    }
    case 'release': {
      const live = having(items, 'live', 'compilation');
      const single = having(items, 'single', 'ep');
      const album = n - live - single;
      return join([
        album > 0 ? sayCount('count.albums', album, '{{n}} album', '{{n}} albums') : '',
        live > 0 ? sayCount('count.live', live, '{{n}} live', '{{n}} live') : '',
        single > 0 ? sayCount('count.singles', single, '{{n}} single', '{{n}} singles') : '',
      ]);
    }
    case 'milestone':
      return sayCount('count.reached', n, '{{n}} reached', '{{n}} reached');
    case 'goal': {
      const reached = having(items, 'reached');
      const missed = having(items, 'missed');
      const open = n - reached - missed;
      return join([
        open > 0 ? sayCount('count.open', open, '{{n}} open', '{{n}} open') : '',
        reached > 0 ? sayCount('count.reached', reached, '{{n}} reached', '{{n}} reached') : '',
        missed > 0 ? sayCount('count.missed', missed, '{{n}} missed', '{{n}} missed') : '',
      ]);
    }
    case 'unusual':
      return say('note.unusual', 'against the 5 years before');
    case 'show':
      return '';
    default:
      return countItems(n);
  }
}

/** The state of an item of Encore's own kinds in the user's words; any other state as it is. */
export function stateWord(kind: string, state: string): string {
  const words: Record<string, () => string> = {
    'show played': () => say('state.played', 'played'),
    'show booked': () => say('state.booked', 'booked'),
    'show offered': () => say('state.offered', 'offered'),
    'show moved': () => say('state.moved', 'moved'),
    'tour planned': () => say('state.planned', 'planned'),
    'show cancelled': () => say('state.cancelled', 'cancelled'),
    'show nosetlist': () => say('state.nosetlist', 'without a setlist'),
    'tour tour': () => say('state.tour', 'tour'),
    'tour residency': () => say('state.residency', 'residency'),
    'release album': () => say('state.album', 'album'),
    'release live': () => say('state.live', 'live album'),
    'release compilation': () => say('state.compilation', 'compilation'),
    'release single': () => say('state.single', 'single'),
    'release ep': () => say('state.ep', 'EP'),
    'goal open': () => say('state.open', 'open'),
    'goal reached': () => say('state.reached', 'reached'),
    'goal at-risk': () => say('state.atRisk', 'at risk'),
    'goal missed': () => say('state.missed', 'missed'),
    'unusual above': () => say('state.above', 'above the usual'),
    'unusual below': () => say('state.below', 'below the usual'),
  };
  return words[`${kind} ${state}`]?.() ?? state;
}
