import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import type { Bench } from './bench.ts';
import { BadInput } from './bench.ts';
import type { Figure } from './figure.ts';
import { median } from './figure.ts';
import { drawPanel } from './panelPage.ts';
import { confidenceFrames, timelineFrames } from './panelFrames.ts';
import { startService } from './service.ts';

const dist = fileURLToPath(new URL('../../plugins/encore-career-app/dist/', import.meta.url));

/** The panels, the dashboard that draws each, and the data that it must draw. */
const cases = [
  {
    name: 'timeline',
    folder: 'timeline',
    dashboard: 'encore-career-timeline',
    queryType: 'timeline',
    frames: () => timelineFrames(5_000),
  },
  {
    name: 'confidence',
    folder: 'confidence',
    dashboard: 'encore-revenue-forecast',
    queryType: 'forecast',
    frames: () => confidenceFrames(20, 1_000),
  },
];

export const panels: Bench = {
  name: 'panels',
  says: 'Gzip size of each module.js; scripting from data to the last frame in Chromium (CDP ScriptDuration, unthrottled, median) with 5,000 marks and 20 x 1,000 points; frames a second while the pointer moves and the window changes size.',
  options: ['runs'],
  async run({ count, say }) {
    const figures: Figure[] = await Promise.all(cases.map(({ name, folder }) => size(name, folder)));
    const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
    if (!existsSync(executablePath))
      throw new BadInput('Chromium is missing; install it with: apt-get install -y chromium, or set CHROMIUM_PATH');
    const service = await startService(say);
    let browser: Browser | undefined;
    try {
      await service.encore('demo', '--artists', '2', '--years', '3', '--seed', '1');
      const { url } = await service.api();
      browser = await chromium.launch({
        executablePath,
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
      });
      for (const { name, dashboard, queryType, frames } of cases) {
        const runs = [];
        for (let run = 0; run < count('runs', 5); run++) {
          runs.push(await drawPanel(browser, `${url}/preview/d/${dashboard}`, queryType, frames()));
          say(`${name}: ${runs.at(-1)!.scriptMs.toFixed(1)} ms of scripting, ${runs.at(-1)!.fps.toFixed(0)} frames/s`);
        }
        figures.push({
          name: `${name}_scripting`,
          value: median(runs.map(({ scriptMs }) => scriptMs)),
          unit: 'ms',
          floor: { sense: 'below', value: 100 },
        });
        figures.push({ name: `${name}_fps`, value: median(runs.map(({ fps }) => fps)), unit: 'frames/s' });
      }
      return figures;
    } finally {
      await browser?.close();
      await service.close();
    }
  },
};

async function size(name: string, folder: string): Promise<Figure> {
  const text = await readFile(`${dist}${folder}/module.js`);
  return {
    name: `${name}_module_gzip`,
    value: gzipSync(text, { level: 9 }).length / 1000,
    unit: 'kB',
    floor: { sense: 'at most', value: 60 },
  };
}
