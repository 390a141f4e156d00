import { simulateCareer } from '../demo/career.ts';
import type { Career } from '../demo/types.ts';
import { makeWorld } from '../demo/world.ts';
import type { DemoArguments } from './demo.ts';

/** What a dry run tells; bench reads it. */
export interface DryRun {
  artists: number;
  years: number;
  facts: number;
  labels: number;
  cpuSeconds: number;
  artistYearsPerSecond: number;
}

/** Simulates without a database, on this one thread, and prints the CPU time that it took. */
export function dryRun({ artists, years, seed, end, incidents, json }: DemoArguments): void {
  const before = process.cpuUsage();
  const world = makeWorld(seed);
  let [facts, labels] = [0, 0];
  for (let index = 0; index < artists; index++) {
    const career = simulateCareer(seed, index, { years, end, incidents, world });
    facts += countOf(career);
    labels += countOf(career.truth);
  }
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1e6;
  const run: DryRun = {
    artists,
    years,
    facts,
    labels,
    cpuSeconds,
    artistYearsPerSecond: (artists * years) / cpuSeconds,
  };
  process.stdout.write(json ? `${JSON.stringify(run)}\n` : text(run));
}

const countOf = (lists: Career | Career['truth']): number =>
  Object.values(lists).reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0);

const text = ({ artists, years, facts, labels, cpuSeconds, artistYearsPerSecond }: DryRun): string =>
  `${artists} artists, ${artists * years} artist-years, ${facts.toLocaleString('en-US')} facts and ${labels.toLocaleString('en-US')} labels ` +
  `in ${cpuSeconds.toFixed(2)} s of CPU: ${Math.round(artistYearsPerSecond)} artist-years/s; nothing was loaded\n`;
