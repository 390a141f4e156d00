import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { fileOf, type Target } from './target.ts';

/**
 * The icons and the fonts that `@grafana/ui` asks for by address, under the names it uses.
 * Icons: Unicons by Iconscout (Apache-2.0). Fonts: Inter by Rasmus Andersson, Roboto Mono by Google (both OFL-1.1).
 */
export async function assets(target: Target): Promise<Map<string, Uint8Array | string>> {
  const files = new Map<string, Uint8Array | string>();

  const { icons } = JSON.parse(readFileSync(fileOf(target, '@iconify-json/uil', 'icons.json'), 'utf8')) as IconSet;
  for (const name of await iconNames(fileOf(target, '@grafana/data', 'dist/esm/types/icon.mjs'))) {
    const icon = icons[name];
    if (icon) {
      files.set(`public/build/img/icons/unicons/${name}.svg`, svg(icon.body));
    }
  }
  files.set('public/build/img/icons/missing.svg', svg('<circle cx="12" cy="12" r="4" fill="currentColor"/>'));

  for (const [style, names] of Object.entries({ normal: ['Regular', 'Medium'], italic: ['Italic', 'MediumItalic'] })) {
    const font = readFileSync(fileOf(target, '@fontsource-variable/inter', `files/inter-latin-wght-${style}.woff2`));
    names.forEach((name) => files.set(`public/fonts/inter/Inter-${name}.woff2`, font));
  }
  files.set(
    `public/fonts/roboto/${robotoMono}`,
    readFileSync(fileOf(target, '@fontsource-variable/roboto-mono', 'files/roboto-mono-latin-wght-normal.woff2'))
  );
  return files;
}

/** The name under which `@grafana/ui` asks for the font of code. */
const robotoMono = 'L0xTDF4xlVMF-BfR8bXMIhJHg45mwgGEFl0_3vrtSM1J-gEPT5Ese6hmHSh0mQ.woff2';

interface IconSet {
  icons: Record<string, { body: string }>;
}

/** The names of Grafana's icons. Their file is read alone: the package as a whole needs a browser. */
async function iconNames(file: string): Promise<string[]> {
  const { availableIconsIndex } = (await import(pathToFileURL(file).href)) as {
    availableIconsIndex: Record<string, true>;
  };
  return Object.keys(availableIconsIndex);
}

const svg = (body: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body}</svg>`;
