/** What ledger entries are for, by direction. */
export const revenueCategories = [
  'gig',
  'merch',
  'streaming',
  'download',
  'royalty',
  'sync',
  'licensing',
  'teaching',
  'sponsorship',
  'crowdfunding',
  'other',
] as const;
export const expenseCategories = [
  'commission',
  'travel',
  'payroll',
  'production',
  'venue_hire',
  'marketing',
  'recording',
  'equipment',
  'tax',
  'other',
] as const;

const others: Record<string, readonly string[]> = {
  gig: [
    'concert',
    'show',
    'live',
    'gigs',
    'concerts',
    'shows',
    'performance',
    'fee',
    'gage',
    'door',
    'tickets',
    'ticket sales',
    'touring',
  ],
  merch: ['merchandise', 'merchandising', 'tshirts'],
  streaming: ['stream', 'streams'],
  download: ['downloads', 'digital sales'],
  royalty: [
    'royalties',
    'publishing',
    'performing rights',
    'mechanical',
    'mechanicals',
    'neighbouring rights',
    'songwriting',
    'tantiemen',
  ],
  sync: ['synchronisation', 'synchronization', 'sync licence', 'sync license'],
  licensing: ['licence', 'license', 'licences', 'licenses'],
  teaching: ['lesson', 'lessons', 'workshop', 'workshops', 'masterclass', 'unterricht'],
  sponsorship: ['sponsor', 'sponsoring', 'endorsement', 'brand'],
  crowdfunding: ['patreon', 'kickstarter', 'donation', 'donations', 'tips'],
  commission: ['commissions', 'agent', 'manager', 'management', 'booking fee', 'provision'],
  travel: ['transport', 'hotel', 'hotels', 'flight', 'flights', 'fuel', 'accommodation', 'van', 'reise'],
  payroll: ['salary', 'salaries', 'wages', 'crew', 'musicians', 'session fees'],
  production: ['sound', 'lights', 'backline', 'staging'],
  venue_hire: ['venue', 'hire', 'rent', 'room hire', 'miete'],
  marketing: ['advertising', 'ads', 'promotion', 'promo', 'pr', 'werbung'],
  recording: ['studio', 'mixing', 'mastering'],
  equipment: ['gear', 'instruments', 'instrument'],
  tax: ['taxes', 'vat', 'withholding tax', 'steuer'],
  other: ['misc', 'miscellaneous', 'sonstiges'],
};

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const byName = new Map<string, string>();
for (const name of [...revenueCategories, ...expenseCategories]) byName.set(bare(name), name);
for (const [name, words] of Object.entries(others)) for (const word of words) byName.set(word, name);

/** The category that a word means, or undefined. */
export const categoryOf = (text: string): string | undefined => byName.get(bare(text));

export const isExpenseCategory = (category: string): boolean =>
  category !== 'other' && (expenseCategories as readonly string[]).includes(category);

const streams =
  /spotify|apple music|itunes match|youtube|tidal|deezer|pandora|napster|rhapsody|amazon (music|unlimited|prime)|tiktok|facebook|instagram|snap|anghami|boomplay|netease|tencent|jiosaavn|saavn|gaana|soundcloud|qobuz|kkbox|iheart|peloton|joox|yandex|claro|trebel|audiomack|stream/i;
const downloads = /itunes|download|7 ?digital|beatport|juno|amazon mp3|amazonmp3|emusic|google play/i;

/** Streaming or download, by the name of a store; whole albums are sold, not streamed. */
export function storeCategory(store: string, album = false): 'streaming' | 'download' {
  if (/download/i.test(store)) return 'download';
  if (streams.test(store)) return 'streaming';
  return album || downloads.test(store) ? 'download' : 'streaming';
}

/** What a payer is known to pay for, or undefined. */
export function payerCategory(payer: string): string | undefined {
  if (streams.test(payer) || downloads.test(payer)) return storeCategory(payer);
  return /\b(ascap|bmi|sesac|prs|gema|sacem|socan|apra|suisa|akm|buma|stim|koda|tono|siae|sgae|jasrac|soundexchange|ppl|gvl|mlc)\b/i.test(
    payer
  )
    ? 'royalty'
    : undefined;
}
