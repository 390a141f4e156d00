/** Dark or light, as the manager left it; without a choice the operating system's preference decides. */
export type ThemeChoice = 'dark' | 'light';

const key = 'encore.preview.theme';

/** The theme to start with. `?theme=light` in the address goes before everything else. */
export function loadChoice(): ThemeChoice {
  const asked = new URLSearchParams(location.search).get('theme') ?? read();
  if (asked === 'dark' || asked === 'light') {
    return asked;
  }
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

/** Remembers the choice for the next visit, where the browser allows it. */
export function saveChoice(choice: ThemeChoice): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // Storage is off in some private windows; the choice then lasts for this visit.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
