import { t } from '../common/t';

import { type Bucket, bucketName } from '../common/bucket';

/** Where the known ends: the line, its pill, and the ground of the future. */
export interface Now {
  /** epoch milliseconds of the line */
  time: number;
  label: string;
  /** for narrow panels */
  short: string;
}

/**
 * The now line stands on the last known point, so that bands start where the history ends. Its label tells the truth
 * about the clock: the month of now, the last full month when now is past it, or just how far the data reaches.
 * @param last time of the last actual; undefined for a forecast without history
 * @param asOf when the forecast was made, or the clock, in epoch milliseconds
 * @param start first time with an expected value
 */
export function nowOf(
  last: number | undefined,
  asOf: number,
  start: number | undefined,
  bucket: Bucket
): Now | undefined {
  const time = last ?? start;
  if (time === undefined) {
    return undefined;
  }
  const name = bucketName(time, bucket);
  const passed = bucket.step > 0 ? (asOf - time) / bucket.step : Infinity;
  if (passed >= 0 && passed < 1.05) {
    return {
      time,
      label: t('confidence.now.exact', 'Now: {{name}}', { name }),
      short: t('confidence.now.short', 'Now'),
    };
  }
  if (passed >= 0 && passed < 3) {
    return {
      time,
      label: t('confidence.now.known', 'Now · known to {{name}}', { name }),
      short: t('confidence.now.short', 'Now'),
    };
  }
  const label = t('confidence.now.data', 'Known to {{name}}', { name });
  return { time, label, short: name };
}
