/** How values that fall into one bucket become one value. */
export type Aggregation = 'sum' | 'mean' | 'last';

export interface Metric {
  name: MetricName;
  title: string;
  help: string;
  /** A Grafana unit; `currency` stands for the artist's reporting currency. */
  unit: 'currency' | 'short' | 'percentunit' | 'm';
  aggregation: Aggregation;
  /** Where the numbers come from; one query shape a table. */
  from: MetricSource;
  nonNegative: boolean;
}

export type MetricSource =
  | { table: 'ledger_entry'; measure: 'revenue' | 'expense' | 'net'; categories?: readonly string[] }
  | { table: 'gig'; measure: 'count' | 'heads' | 'ticket_price' }
  | { table: 'audience_reading'; measure: string }
  | { table: 'practice_session' };

export const metricNames = [
  'revenue',
  'expenses',
  'net',
  'gig_income',
  'merch',
  'royalties',
  'gigs',
  'heads',
  'ticket_price',
  'streams',
  'listeners',
  'followers',
  'engagement',
  'practice_minutes',
] as const;
export type MetricName = (typeof metricNames)[number];

/** What a royalty statement pays, whoever sends it. */
export const royaltyCategories = ['streaming', 'download', 'royalty', 'sync', 'licensing'] as const;

const money = { unit: 'currency', aggregation: 'sum' } as const;
const reading = (measure: string) => ({ table: 'audience_reading', measure }) as const;

/** The one list of metrics: editor, variables, forecasts and documentation read it. */
export const metrics: readonly Metric[] = [
  {
    name: 'revenue',
    title: 'Revenue',
    help: 'All that came in',
    ...money,
    from: { table: 'ledger_entry', measure: 'revenue' },
    nonNegative: true,
  },
  {
    name: 'expenses',
    title: 'Expenses',
    help: 'All that was paid',
    ...money,
    from: { table: 'ledger_entry', measure: 'expense' },
    nonNegative: true,
  },
  {
    name: 'net',
    title: 'Net income',
    help: 'Revenue less expenses',
    ...money,
    from: { table: 'ledger_entry', measure: 'net' },
    nonNegative: false,
  },
  {
    name: 'gig_income',
    title: 'Gig income',
    help: 'Fees and door shares',
    ...money,
    from: { table: 'ledger_entry', measure: 'revenue', categories: ['gig'] },
    nonNegative: true,
  },
  {
    name: 'merch',
    title: 'Merchandise',
    help: 'Sales at shows and online',
    ...money,
    from: { table: 'ledger_entry', measure: 'revenue', categories: ['merch'] },
    nonNegative: true,
  },
  {
    name: 'royalties',
    title: 'Royalties',
    help: 'Streams, downloads, licences',
    ...money,
    from: { table: 'ledger_entry', measure: 'revenue', categories: royaltyCategories },
    nonNegative: true,
  },
  {
    name: 'gigs',
    title: 'Shows',
    help: 'Shows played',
    unit: 'short',
    aggregation: 'sum',
    from: { table: 'gig', measure: 'count' },
    nonNegative: true,
  },
  {
    name: 'heads',
    title: 'Attendance',
    help: 'People at shows',
    unit: 'short',
    aggregation: 'sum',
    from: { table: 'gig', measure: 'heads' },
    nonNegative: true,
  },
  {
    name: 'ticket_price',
    title: 'Ticket price',
    help: 'Gross a head at shows with both known',
    unit: 'currency',
    aggregation: 'mean',
    from: { table: 'gig', measure: 'ticket_price' },
    nonNegative: true,
  },
  {
    name: 'streams',
    title: 'Streams',
    help: 'Plays on streaming services',
    unit: 'short',
    aggregation: 'sum',
    from: reading('streams'),
    nonNegative: true,
  },
  {
    name: 'listeners',
    title: 'Listeners',
    help: 'Listeners, latest reading',
    unit: 'short',
    aggregation: 'last',
    from: reading('listeners'),
    nonNegative: true,
  },
  {
    name: 'followers',
    title: 'Followers',
    help: 'Followers at the end',
    unit: 'short',
    aggregation: 'last',
    from: reading('followers'),
    nonNegative: true,
  },
  {
    name: 'engagement',
    title: 'Engagement',
    help: 'Share of followers who reacted',
    unit: 'percentunit',
    aggregation: 'mean',
    from: reading('engagement'),
    nonNegative: true,
  },
  {
    name: 'practice_minutes',
    title: 'Practice',
    help: 'Minutes of practice, all members',
    unit: 'm',
    aggregation: 'sum',
    from: { table: 'practice_session' },
    nonNegative: true,
  },
];

const byName = new Map<string, Metric>(metrics.map((metric) => [metric.name, metric]));
export const findMetric = (name: string): Metric | undefined => byName.get(name);

/** Grafana's unit of a metric for an artist, e.g. `currencyUSD`. */
export const unitOf = (metric: Metric, currency: string): string =>
  metric.unit === 'currency' ? `currency${currency}` : metric.unit;
