import type { Pool } from '../intervals/pool.ts';

/** What a pool was learnt from. */
export interface Source {
  name: string;
  series: number;
  sha256: string;
}

/** The card that lies beside the shipped files: what they hold, what they are made of, what they can't. */
export function cardOf(
  sources: readonly Source[],
  pool: Pool,
  trees: { rounds: number; bytes: number; sha256: string }
): string {
  const rows = sources.map(({ name, series, sha256 }) => `| ${name} | ${series} | \`${sha256}\` |`);
  const groups = pool.groups
    .filter(({ series }) => series > 0)
    .map(({ unit, from, series }) => `| ${unit} | ${from} | ${series} |`);
  return `# forecast-pool.json, forecast-trees.bin

What many monthly series teach about forecasts of another one. Made by \`npm run pretrain\`; where its sources are not at
hand, the committed files serve.

- **forecast-pool.json**: for each unit of errors and length of history the scale of a series' errors from what is known
  of it before, their growth by step, their quantiles and dependence, and the members' shares. Quantiles and coefficients
  only: no value of any series can be read back.
- **forecast-trees.bin**: boosted trees (${trees.rounds} rounds, ${trees.bytes} bytes, sha256 \`${trees.sha256}\`) that tell
  how far the members' joined forecast will be off, from features without currency or size. They are one more member: what
  they say counts as much as their errors at earlier origins of a series allow.

## Made from

The _train_ parts of public sets and simulated careers; no test part is read. A tenant's own series have up to 60% of the
word as they come in. Errors in the pool are those of trees that had not seen the series: two halves learn from each other.

| source | series | sha256 of the input |
| ------ | -----: | ------------------- |
${rows.join('\n')}

## Groups

| errors as | history from | series |
| --------- | -----------: | -----: |
${groups.join('\n')}

\`log\`: positive series, errors as log(actual / expected); \`level\`: series with zeros or refunds, as differences; \`rare\`:
more than 30% zeros in the last two seasons.

## Limits

Monthly series of trade, tourism and retail stand for a musician's income, which is rougher; a series of its own sets most
of its scale after a year or so. Weekly forecasts take quantiles and growth by step from these months; the trees say
nothing about them. Beyond 24 steps growth goes on as within.
`;
}
