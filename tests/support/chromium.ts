import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What is told where there is no Chromium: the tests are skipped by this name. */
export const howToGetChromium = 'no Chromium here; get it with: apt-get install -y chromium (or set CHROMIUM_PATH)';

/** The Chromium to drive: CHROMIUM_PATH, else /usr/bin/chromium, else the first of the usual names on the PATH. */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  if (CHROMIUM_PATH) {
    return existsSync(CHROMIUM_PATH) ? CHROMIUM_PATH : undefined;
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return ['/usr/bin/chromium', ...onPath].find(existsSync);
}
