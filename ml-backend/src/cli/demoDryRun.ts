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
  /** CPU of the thread that simulates, and of the whole process: the compiler and the collector have threads too. */
  threadSeconds: number;
  processSeconds: number;
  artistYearsPerSecond: number;
}

/** Simulates without a database, on this one thread, and prints the CPU time of that thread. */
export function dryRun({ artists, years, seed, end, incidents, json }: DemoArguments): void {
  const before = { process: process.cpuUsage(), thread: threadUsage() };
  const world = makeWorld(seed);
  let [facts, labels] = [0, 0];
  for (let index = 0; index < artists; index++) {
    const career = simulateCareer(seed, index, { years, end, incidents, world });
    facts += countOf(career);
    labels += countOf(career.truth);
  }
  const processSeconds = seconds(process.cpuUsage(before.process));
  const threadSeconds = seconds(threadUsage(before.thread));
  const artistYearsPerSecond = (artists * years) / threadSeconds;
  const run: DryRun = { artists, years, facts, labels, threadSeconds, processSeconds, artistYearsPerSecond };
  process.stdout.write(json ? `${JSON.stringify(run)}\n` : text(run));
}

/** Node before 23.9 knows the whole process only. */
const threadUsage = (before?: NodeJS.CpuUsage): NodeJS.CpuUsage =>
  typeof process.threadCpuUsage === 'function' ? process.threadCpuUsage(before) : process.cpuUsage(before);

const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;

const countOf = (lists: Career | Career['truth']): number =>
  Object.values(lists).reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0);

const text = ({ artists, years, facts, labels, threadSeconds, processSeconds, artistYearsPerSecond }: DryRun): string =>
  `${artists} artists, ${artists * years} artist-years, ${facts.toLocaleString('en-US')} facts and ${labels.toLocaleString('en-US')} labels: ` +
  `${Math.round(artistYearsPerSecond)} artist-years/s, ${threadSeconds.toFixed(2)} s of CPU on one thread ` +
  `(${processSeconds.toFixed(2)} s with the compiler's and the collector's); nothing was loaded\n`;
