import {
  type DataFrame,
  FieldType,
  createDataFrame,
  getDisplayProcessor,
  createTheme,
  MappingType,
} from '@grafana/data';
import { announce, describe as describeMark, itemLinks } from './details';
import { careerFrames, day, modelOf, wholeCareer } from './fixtures';
import { headline, tourInView } from './headline';
import { findRemarks } from './remarks';
import { split } from './scene';

const theme = createTheme();
const box = { x0: 0, x1: 0, y0: 0, y1: 0 };
const markOf = (...items: number[]) => ({ id: 'm', type: 'item' as const, items, from: 0, to: 0, ...box });
const linesOf = (frames: DataFrame[], index = 0) =>
  Object.fromEntries(describeMark(modelOf(frames), markOf(index), 'utc').lines.map((line) => [line.name, line.value]));

function withDisplay(frame: DataFrame): DataFrame {
  frame.fields.forEach((field) => (field.display = getDisplayProcessor({ field, theme })));
  return frame;
}

describe('describe', () => {
  it('shows every column without a role with its unit and mapping', () => {
    const frame = withDisplay(
      createDataFrame({
        fields: [
          { name: 'time', type: FieldType.time, values: [day('2024-05-02')] },
          { name: 'title', type: FieldType.string, values: ['Parken'] },
          { name: 'gross', type: FieldType.number, values: [234.5], config: { unit: 'currencyUSD', decimals: 0 } },
          { name: 'soldOut', type: FieldType.boolean, values: [true] },
          {
            name: 'mood',
            type: FieldType.string,
            values: ['a'],
            config: { mappings: [{ type: MappingType.ValueToText, options: { a: { text: 'Great' } } }] },
          },
          { name: 'empty', type: FieldType.string, values: [null] },
        ],
      })
    );
    expect(linesOf([frame])).toEqual({ When: 'Thu 2 May 2024', Gross: '$235', 'Sold out': 'yes', Mood: 'Great' });
  });

  it('leaves out a column that the field options hide in tooltips', () => {
    const frames = careerFrames();
    frames[2].fields.push({
      name: 'label',
      type: FieldType.string,
      values: ['Own'],
      config: { custom: { hideFrom: { tooltip: true } } },
    });
    const model = modelOf(frames);
    const album = model.items.findIndex((item) => item.kind === 'release');
    expect(describeMark(model, markOf(album), 'utc').lines.map((line) => line.name)).toEqual(['When', 'State']);
  });

  it('sums up a cluster: count, span, tours, first members', () => {
    const model = modelOf(careerFrames());
    const shows = model.items.filter((item) => item.kind === 'show').map((item) => item.index);
    const details = describeMark(model, markOf(...shows), 'utc');
    expect(details.title).toBe('70 shows');
    expect(details.lines).toContainEqual({ name: 'Paper Boats Tour', value: '60' });
    expect([details.members.length, details.more]).toEqual([6, 64]);
    expect(announce(details, { lane: 'Shows', at: 1, of: 2 })).toMatch(
      /^70 shows\. When: 5 Jan 2020 – 27 Jun 2022.*\. Shows, 1 of 2$/
    );
  });

  it('tells a cluster until the end of the item that lasts longest', () => {
    const fields = [
      { name: 'time', type: FieldType.time, values: [day('2024-01-01'), day('2024-02-01')] },
      { name: 'timeEnd', type: FieldType.time, values: [day('2024-12-01'), day('2024-03-01')] },
      { name: 'title', type: FieldType.string, values: ['Rebuild', 'Audit'] },
    ];
    const [when] = describeMark(modelOf([createDataFrame({ name: 'job', fields })]), markOf(0, 1), 'utc').lines;
    expect(when.value).toBe('1 Jan – 1 Dec 2024');
  });

  it('offers the data links of the row', () => {
    const frame = careerFrames()[2];
    frame.fields[1].config.links = [{ title: 'Open', url: '/x' }];
    frame.fields[1].getLinks = ({ valueRowIndex }) => [
      { title: 'Open', href: `/x/${valueRowIndex}`, target: '_self', origin: frame.fields[1] },
    ];
    const model = modelOf([frame]);
    expect(itemLinks(model, model.items[0]).map((link) => link.href)).toEqual(['/x/0']);
  });
});

describe('headline', () => {
  const model = modelOf(careerFrames());
  const textOf = (range = wholeCareer, phone = false) =>
    headline(model, split(model.items, range).visible, range, 'utc', phone)
      .map((run) => run.text)
      .join('');

  it('says who, when and how many', () => {
    expect(textOf()).toBe('Kite Season · Jan 2019 – Jan 2026 · 70 shows, 1 tour, 1 release');
  });
  it('names the tour that fills the view', () => {
    const range = { from: day('2022-02-20'), to: day('2022-07-10') };
    expect(tourInView(split(model.items, range).visible, range)?.title).toBe('Paper Boats Tour');
    expect(textOf(range)).toBe('Paper Boats Tour · 20 Feb – 10 Jul 2022 · 60 dates');
  });
  it('is short on a phone', () => expect(textOf(wholeCareer, true)).toBe('Kite Season · 70 shows, 1 tour, 1 release'));
});

describe('findRemarks', () => {
  it('counts undated items and rows that are listed twice in the range', () => {
    const frames = careerFrames();
    frames[1].fields[5].values[0] = true;
    const model = modelOf(frames);
    expect(findRemarks(model, model.items).text).toBe('1 show has no date, 1 date is listed twice');
    expect(findRemarks(model, []).text).toBe('1 show has no date');
  });
  it('says nothing about clean data', () => {
    expect(findRemarks(modelOf([careerFrames()[2]]), []).text).toBe('');
  });
});
