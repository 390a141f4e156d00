import type { BrowserContext, Locator, Page } from 'playwright-core';
import { launch, open, quit, type Opened, type View } from '../support/browser.ts';
import { findChromium, howToGetChromium } from '../support/chromium.ts';
import { giveSite } from '../support/site.ts';

interface Services {
  /** The service with demo careers. */
  full: string;
  /** The service without any artist. */
  empty: string;
  key: string;
}

export const services = JSON.parse(process.env.ENCORE_BROWSER_TESTS ?? '{}') as Services;

const timeline = { uid: 'encore-career-timeline', tab: 'Career timeline', panel: 'timeline panel' };
const forecast = { uid: 'encore-revenue-forecast', tab: 'Revenue forecast', panel: 'data-testid confidence panel' };
export const dashboards = { timeline, forecast };

export type DashboardName = keyof typeof dashboards;

/**
 * `describe` with a browser, or skipped under a name that says how to get one.
 * @param site  another build of the preview to look at
 */
export function describeInBrowser(name: string, tests: (use: Use) => void, site?: string): void {
  if (!findChromium()) {
    // `npm test` counts and names what is skipped; with --strict, as `.ci/run` has it, a skipped test is a failure.
    describe.skip(`${name} (${howToGetChromium})`, () => {
      it('needs a browser', () => undefined);
    });
    return;
  }
  describe(name, () => {
    let context: BrowserContext;
    beforeAll(async () => {
      context = await launch();
      if (site) await giveSite(context, site);
    });
    afterAll(() => quit(context));
    afterEach(() => Promise.all(context.pages().map((page) => page.close())));
    tests({
      open: (url, view) => open(context, url, view),
      dashboard: async (dashboard, view) => {
        const { uid, panel } = dashboards[dashboard];
        const opened = await open(context, `${services.full}/preview/d/${uid}`, view);
        const drawn = opened.page.getByTestId(panel);
        await drawn.waitFor({ timeout: 20_000 }).catch((error: Error) => {
          throw new Error([error.message, ...opened.problems].join('\n'));
        });
        return { ...opened, panel: drawn };
      },
    });
  });
}

interface Use {
  open(url: string, view?: View): Promise<Opened>;
  /** A dashboard with demo careers, once its own panel is drawn. */
  dashboard(name: DashboardName, view?: View): Promise<Opened & { panel: Locator }>;
}

/** Chooses a value of one of the dashboard's variables, by the text that a manager reads. */
export async function choose(page: Page, variable: string, text: string): Promise<void> {
  await page.getByTestId(`data-testid template variable`).filter({ hasText: variable }).getByRole('combobox').click();
  await page.getByRole('option', { name: text, exact: true }).click();
}

/** The names in the artist list, in its order. */
export async function artists(): Promise<Array<{ text: string; value: string }>> {
  const answer = await fetch(`${services.full}/preview/api/options/artists`);
  return ((await answer.json()) as { options: Array<{ text: string; value: string }> }).options;
}

/** A part of the address' query. */
export const inAddress = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

/** Repeats a check until it holds; the last failure is the test's. The picture follows a gesture, but not at once. */
export async function eventually(check: () => Promise<void> | void, patienceMs = 10_000): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
