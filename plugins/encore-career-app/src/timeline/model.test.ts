import { createDataFrame, FieldType, toDataFrame } from '@grafana/data';
import { asOf, careerFrames, day, modelOf } from './fixtures';
import { buildModel } from './model';

const frame = (fields: Array<{ name: string; type: FieldType; values: unknown[] }>, name?: string) =>
  createDataFrame({ name, fields });
const time = (...values: Array<number | null>) => ({ name: 'time', type: FieldType.time, values });
const title = (...values: string[]) => ({ name: 'title', type: FieldType.string, values });

describe('buildModel', () => {
  it('takes the frame name as the kind and keeps items by start', () => {
    const model = modelOf(careerFrames());
    expect(model.kinds).toEqual(['tour', 'show', 'release', 'goal']);
    expect(model.items).toHaveLength(73);
    expect(
      model.items.every((item, i) => item.index === i && (i === 0 || item.start >= model.items[i - 1].start))
    ).toBe(true);
    expect(model.subject).toBe('Kite Season');
  });

  it('never drops an item without a time', () => {
    const model = modelOf(careerFrames());
    expect(model.undated.map((item) => item.title)).toEqual(['The Cellar']);
    expect(model.extent).toEqual({ from: day('2020-01-05'), to: day('2025-06-01') });
  });

  it('tells instants from spans and lets an ongoing item last until now', () => {
    const model = modelOf([
      frame([
        time(day('2020-01-01'), day('2021-01-01'), day('2022-01-01')),
        { name: 'timeEnd', type: FieldType.time, values: [null, day('2021-06-01'), null] },
        title('instant', 'span', 'going'),
        { name: 'ongoing', type: FieldType.boolean, values: [false, false, true] },
      ]),
    ]);
    expect(model.items.map(({ instant, end }) => [instant, end])).toEqual([
      [true, day('2020-01-01')],
      [false, day('2021-06-01')],
      [false, asOf],
    ]);
  });

  it('keeps dates without a clock on their day in the dashboard zone, and clock times as they are', () => {
    const [date] = modelOf([frame([time(day('2023-07-13')), title('x')])], 'America/New_York').items;
    expect(new Date(date.start).toISOString()).toBe('2023-07-13T04:00:00.000Z');
    const clock = day('2023-07-13') + 36e5;
    expect(modelOf([frame([time(clock), title('x')])], 'America/New_York').items[0].start).toBe(clock);
  });

  it('asks for a time column, then for a text column', () => {
    const noTime = buildModel([frame([title('x')])], { fields: {} }, 'utc', asOf);
    expect(noTime).toMatchObject({ needsTimeField: true, needsStringField: false });
    const noTitle = buildModel(
      [frame([time(1), { name: 'cpu', type: FieldType.number, values: [1] }])],
      { fields: {} },
      'utc',
      asOf
    );
    expect(noTitle).toMatchObject({ needsTimeField: false, needsStringField: true });
  });

  it('draws what it can when one frame of several has another shape', () => {
    const model = modelOf([...careerFrames(), frame([{ name: 'cpu', type: FieldType.number, values: [1] }])]);
    expect([model.items.length, model.leftOut]).toEqual([73, 1]);
  });

  it('reads plain rows of any source', () => {
    const rows = toDataFrame([{ time: '2024-01-02T10:00:00Z', name: 'Deploy', type: 'change' }]);
    rows.fields[0].type = FieldType.time;
    rows.fields[0].values = rows.fields[0].values.map((v: string) => Date.parse(v));
    expect(modelOf([rows]).items[0]).toMatchObject({ title: 'Deploy', kind: 'change', lane: 'change' });
  });

  it('copies values, so that emptied frames do not empty the model', () => {
    const frames = careerFrames();
    const model = modelOf(frames);
    frames.forEach((f) => f.fields.forEach((field) => (field.values = [])));
    expect(model.items.some((item) => item.title === 'Paper Boats Tour')).toBe(true);
  });

  it('keeps a goal of which only the deadline is known', () => {
    const frames = careerFrames();
    frames[3].fields[0].values = [null];
    const goal = modelOf(frames).items.find((item) => item.kind === 'goal');
    expect(goal).toMatchObject({ start: day('2025-06-01'), end: day('2025-06-01'), instant: true });
  });
});
