/** Ids that unit and browser tests share. */
export const testIds = {
  panel: 'data-testid confidence panel',
  header: 'data-testid confidence header',
  headerCell: (key: string) => `data-testid confidence header ${key}`,
  notices: 'data-testid confidence notices',
  plot: 'data-testid confidence plot',
  now: 'data-testid confidence now',
  band: (level: number) => `data-testid confidence band ${level}`,
  history: 'data-testid confidence history',
  expected: 'data-testid confidence expected',
  ring: 'data-testid confidence ring',
  event: 'data-testid confidence event',
  tooltip: 'data-testid confidence tooltip',
  legend: (name: string) => `data-testid confidence legend ${name}`,
  table: 'data-testid confidence table',
  thin: 'data-testid confidence thin',
  outside: 'data-testid confidence outside',
};
