const day = 86_400_000;

interface FieldSpec {
  name: string;
  type: 'time' | 'number' | 'string';
  labels?: Record<string, string>;
  values: Array<number | string | null>;
}

const kinds = { time: 'time.Time', number: 'float64', string: 'string' };

function frame(name: string, fields: FieldSpec[], custom?: object): object {
  return {
    schema: {
      name,
      refId: 'A',
      ...(custom && { meta: { custom } }),
      fields: fields.map(({ name: field, type, labels }) => ({
        name: field,
        type,
        typeInfo: { frame: kinds[type], nullable: true },
        ...(labels && { labels }),
      })),
    },
    data: { values: fields.map(({ values }) => values) },
  };
}

/** A career of so many shows over fifty years, every 40 of them a tour, and a release a year. */
export function timelineFrames(marks: number): object[] {
  const start = Date.UTC(1974, 0, 1);
  const at = (index: number) => start + Math.floor((index / marks) * 50 * 365.25) * day;
  const shows = Array.from({ length: marks }, (_, index) => index);
  const tours = shows.filter((index) => index % 40 === 0);
  const years = Array.from({ length: 50 }, (_, index) => index);
  return [
    frame(
      'tour',
      [
        { name: 'time', type: 'time', values: tours.map(at) },
        { name: 'timeEnd', type: 'time', values: tours.map((index) => at(index + 39)) },
        { name: 'title', type: 'string', values: tours.map((index) => `Tour ${index / 40 + 1}`) },
        { name: 'state', type: 'string', values: tours.map(() => 'tour') },
        { name: 'value', type: 'number', values: tours.map(() => 40) },
      ],
      { encore: 'timeline', subject: 'A long career', asOf: at(marks) }
    ),
    frame('show', [
      { name: 'time', type: 'time', values: shows.map(at) },
      { name: 'title', type: 'string', values: shows.map((index) => `Hall ${index % 300}`) },
      { name: 'group', type: 'string', values: shows.map((index) => `Tour ${Math.floor(index / 40) + 1}`) },
      { name: 'state', type: 'string', values: shows.map(() => 'played') },
      { name: 'city', type: 'string', values: shows.map((index) => `City ${index % 120}`) },
    ]),
    frame('release', [
      { name: 'time', type: 'time', values: years.map((year) => at((year * marks) / 50)) },
      { name: 'title', type: 'string', values: years.map((year) => `Album ${year + 1}`) },
      { name: 'state', type: 'string', values: years.map(() => 'album') },
    ]),
  ];
}

/** So many series with so many points each, the last tenth forecast with two bands. */
export function confidenceFrames(series: number, points: number): object[] {
  const start = Date.UTC(2005, 0, 3);
  const from = Math.floor(points * 0.9);
  const steps = Array.from({ length: points }, (_, index) => index);
  return Array.from({ length: series }, (_, number) => {
    const mean = (step: number) => 1000 + number * 150 + 300 * Math.sin(step / 26 + number) + step;
    const ahead = (factor: number) =>
      steps.map((step) => (step < from ? null : mean(step) * (1 + (factor * (step - from + 1)) / points)));
    const labels = { artist: `Artist ${number + 1}` };
    const band = (level: string, width: number): FieldSpec[] => [
      { name: 'lower', type: 'number', labels: { ...labels, level }, values: ahead(-width) },
      { name: 'upper', type: 'number', labels: { ...labels, level }, values: ahead(width) },
    ];
    return frame(`artist ${number + 1}`, [
      { name: 'time', type: 'time', values: steps.map((step) => start + step * 7 * day) },
      {
        name: 'actual',
        type: 'number',
        labels,
        values: steps.map((step) => (step < from ? mean(step) + 40 * Math.sin(step * 1.7) : null)),
      },
      { name: 'mean', type: 'number', labels, values: ahead(0) },
      ...band('80', 2),
      ...band('95', 3.5),
    ]);
  });
}
