import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress } from '../ingest/request.ts';

const lineMs = 2_000;

/** A bar on a terminal, a line every two seconds elsewhere; both on stderr, so that stdout stays the report's. */
export function showProgress(
  file: string,
  quiet: boolean
): { update: (progress: ImportProgress) => void; stop: () => void } {
  if (process.stderr.isTTY && !quiet) return bar(file);
  let told = Date.now();
  return {
    update({ rows, bytes, totalBytes }) {
      if (Date.now() - told < lineMs) return;
      told = Date.now();
      process.stderr.write(
        `${file}: ${rows.toLocaleString('en')} rows read, ${percent(bytes, totalBytes)}%${bytes >= totalBytes ? ', writing' : ''}\n`
      );
    },
    stop: () => undefined,
  };
}

function bar(file: string) {
  const shown = new SingleBar(
    {
      format: `${file} {bar} {percentage}% · {rows} rows`,
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
    },
    Presets.shades_classic
  );
  shown.start(100, 0, { rows: '0' });
  return {
    update: ({ rows, bytes, totalBytes }: ImportProgress) =>
      shown.update(percent(bytes, totalBytes), { rows: rows.toLocaleString('en') }),
    stop: () => shown.stop(),
  };
}

const percent = (part: number, total: number): number => (total > 0 ? Math.round((100 * part) / total) : 100);
