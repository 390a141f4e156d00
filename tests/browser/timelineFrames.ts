import type { Page } from 'playwright-core';

const day = 86_400_000;
const types = { time: 'time.Time', string: 'string' };

/** A frame with a lane for each of so many resources, with four items each: more than any panel shows at once. */
function manyLanes(lanes: number): object {
  const items = Array.from({ length: lanes * 4 }, (_, i) => i);
  const start = (i: number) => Date.UTC(2024, 0, 1) + ((i * 7919) % 700) * day;
  const columns: Array<[string, 'time' | 'string', Array<number | string | null>]> = [
    ['time', 'time', items.map(start)],
    ['timeEnd', 'time', items.map((i) => (i % 5 === 0 ? null : start(i) + (10 + (i % 60)) * day))],
    ['title', 'string', items.map((i) => `Job ${i + 1}`)],
    ['kind', 'string', items.map(() => 'job')],
    ['lane', 'string', items.map((i) => `Resource ${(i % lanes) + 1}`)],
  ];
  const fields = columns.map(([name, type]) => ({ name, type, typeInfo: { frame: types[type], nullable: true } }));
  const custom = { encore: 'timeline', subject: 'Plant', asOf: Date.UTC(2025, 6, 1) };
  return {
    schema: { name: 'job', refId: 'A', meta: { custom }, fields },
    data: { values: columns.map(([, , values]) => values) },
  };
}

/** Answers the panel's query with so many lanes; the other panels' queries go through. */
export async function drawManyLanes(page: Page, lanes: number): Promise<void> {
  const body = JSON.stringify({ results: { A: { status: 200, frames: [manyLanes(lanes)] } } });
  await page.route('**/preview/api/query', (route) =>
    route.request().postData()?.includes('"queryType":"timeline"')
      ? route.fulfill({ contentType: 'application/json', body })
      : route.continue()
  );
}

/** The range that {@link drawManyLanes} fills. */
export const ofManyLanes = `from=${Date.UTC(2024, 0, 1)}&to=${Date.UTC(2026, 0, 1)}`;
