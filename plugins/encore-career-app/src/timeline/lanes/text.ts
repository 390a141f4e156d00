import { formattedValueToString } from '@grafana/data';
import { formatChance, formatTime } from '../format';
import { reachedAt } from './marks';
import { type Measure } from '../../common/measure';
import { ellipsis } from '../labels';
import { extra, type Item } from '../model';
import { type LaneContext, type TextRun } from '../scene';
import { say } from '../words';

const MAX = 215;
const SIZE = 12;
/** Tours with fewer shows are named last. */
const SMALL_TOUR = 12;

/** The item's value as its column formats it: unit, decimals, mappings. */
export function valueText(item: Item, ctx: Pick<LaneContext, 'model'>): string {
  const field = ctx.model.sources[item.frame].roles.value;
  if (!field || item.value === null) {
    return '';
  }
  return field.display ? formattedValueToString(field.display(item.value)) : String(item.value);
}

function goalNote(item: Item, ctx: LaneContext): TextRun {
  switch (item.state) {
    case 'reached': {
      const at = reachedAt(item, ctx);
      return Number.isFinite(at)
        ? {
            text: say('goal.reachedOn', '✓ reached {{date}}', {
              date: formatTime(at, 'day', ctx.model.sources[item.frame].datesOnly ? 'utc' : ctx.zone),
            }),
            tone: 'good',
          }
        : { text: say('goal.reached', '✓ reached'), tone: 'good' };
    }
    case 'missed':
      return { text: say('goal.missed', '✗ missed'), tone: 'bad' };
    case 'at-risk':
      return item.chance === null
        ? { text: say('goal.atRisk', '! at risk'), tone: 'bad' }
        : { text: say('goal.chanceAtRisk', '{{chance}}: at risk', { chance: formatChance(item.chance) }), tone: 'bad' };
    default:
      return item.chance === null
        ? { text: say('goal.early', 'too early to say'), tone: 'secondary' }
        : { text: formatChance(item.chance), tone: 'good' };
  }
}

/** The words beside a mark: its name, shortened to 215 px, and what its kind adds. */
export function labelRuns(item: Item, ctx: LaneContext): TextRun[] {
  const name = item.kind === 'tour' ? item.title.replace(/ tour$/i, '') : item.title;
  const first: TextRun = { text: ellipsis(name, MAX, SIZE, ctx.measure), tone: 'primary' };
  if (item.kind === 'goal') {
    const note = goalNote(item, ctx);
    return [first, { text: ' · ', tone: 'secondary' }, note];
  }
  const value = valueText(item, ctx);
  if (value === '' || item.kind === 'milestone' || item.kind === 'release') {
    return [first];
  }
  if (item.kind === 'unusual') {
    const usual = extra(ctx.model, item, 'usual');
    const told = /\d/.test(item.title.replace(/\b(19|20)\d\d\b/g, ''));
    const more = usual ? say('unusual.usual', '{{value}}, usual {{usual}}', { value, usual }) : value;
    return told ? [first] : [first, { text: `: ${more}`, tone: 'primary' }];
  }
  return [first, { text: ` ${value}`, tone: 'secondary' }];
}

export function labelWidth(runs: readonly TextRun[], measure: Measure): number {
  return runs.reduce((sum, run) => sum + measure(run.text, SIZE, run.bold ? 500 : 400), 0);
}

/** Who gets room for its name first: goals that are still open, small tours last. */
export function priority(item: Item): number {
  if (item.kind === 'goal' && item.state !== 'reached' && item.state !== 'missed') {
    return 2;
  }
  return item.kind === 'tour' && (item.value ?? SMALL_TOUR) < SMALL_TOUR ? 0 : 1;
}
