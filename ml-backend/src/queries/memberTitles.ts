const titles: Record<string, string> = {
  ets: 'Exponential smoothing',
  mstl: 'Trend and season apart (MSTL)',
  theta: 'Theta',
  'seasonal-naive': 'Same as last year',
  'recent-mean': 'Mean of the last buckets',
  'yearly-mean': 'Mean of the last year',
  'global-trees': 'Boosted trees over many careers',
};

const onLogs = '-log';

/** A forecasting method in words; its own name where none are known. */
export function memberTitle(name: string): string {
  const isOnLogs = name.endsWith(onLogs);
  const plain = isOnLogs ? name.slice(0, -onLogs.length) : name;
  const arima = /^arima/.test(plain) ? 'Seasonal ARIMA' : undefined;
  const title = titles[plain] ?? arima ?? plain;
  return isOnLogs ? `${title}, on logarithms` : title;
}
