import { type Bucket, bucketName } from '../common/bucket';
import { t } from '../common/t';

export interface NowMark {
  /** epoch milliseconds of the line */
  time: number;
  label: string;
  /** for narrow panels */
  short: string;
}

/** Where the known ends, and where the clock stands when that is later. */
export interface Now extends NowMark {
  /** the present, when data lags behind it by more than the running month */
  clock?: NowMark;
}

/**
 * The now line stands on the last known point, so that bands start where the history ends. Its label tells the truth
 * about the clock: the month of now, the last full month while the next one runs, or how far the data reaches; in the
 * last case the present gets a line of its own.
 * @param last time of the last actual; undefined for a forecast without history
 * @param clock the present in epoch milliseconds
 * @param start first time with an expected value
 */
export function nowOf(
  last: number | undefined,
  clock: number,
  start: number | undefined,
  bucket: Bucket
): Now | undefined {
  const time = last ?? start;
  if (time === undefined) {
    return undefined;
  }
  const name = bucketName(time, bucket);
  const passed = bucket.step > 0 ? (clock - time) / bucket.step : Infinity;
  const short = t('confidence.now.short', 'Now');
  if (passed >= 0 && passed < 1.05) {
    return { time, label: t('confidence.now.exact', 'Now: {{name}}', { name }), short };
  }
  if (passed >= 0 && passed < 2.05) {
    return { time, label: t('confidence.now.known', 'Now · known to {{name}}', { name }), short };
  }
  const present = bucketName(clock, bucket);
  return {
    time,
    label: t('confidence.now.data', 'Known to {{name}}', { name }),
    short: name,
    clock:
      clock > time
        ? { time: clock, label: t('confidence.now.exact', 'Now: {{name}}', { name: present }), short }
        : undefined,
  };
}
