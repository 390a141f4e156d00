const day = 86_400_000;
const mostGaps = 3;
const mostTime = 92 * day;

/** The last reading of a platform in a bucket. */
interface Reading {
  platform: string;
  /** Start of the bucket, epoch ms. */
  bucket: number;
}

/**
 * Platforms are read at different times: into buckets in which another one was read, each platform's last reading is
 * carried on, for three of its usual (median) gaps and 92 days at most, 92 days after a single reading. Buckets in which
 * nothing was read stay without any.
 * @param cells by bucket
 * @returns all cells and the carried ones, in no order
 */
export function carryOn<T extends Reading>(cells: readonly T[]): T[] {
  const platforms = [...Map.groupBy(cells, ({ platform }) => platform).values()];
  if (platforms.length < 2) return [...cells];
  const starts = [...new Set(cells.map((cell) => cell.bucket))].sort((a, b) => a - b);
  return platforms.flatMap((own) => {
    const patience = patienceOf(own);
    const at = new Map(own.map((cell) => [cell.bucket, cell]));
    let last: T | undefined;
    return starts.flatMap((start) => {
      last = at.get(start) ?? last;
      return last && start - last.bucket <= patience ? { ...last, bucket: start } : [];
    });
  });
}

function patienceOf(own: readonly Reading[]): number {
  const gaps = own.flatMap((cell, i) => (i ? cell.bucket - own[i - 1]!.bucket : [])).sort((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length / 2)];
  return usual === undefined ? mostTime : Math.min(mostTime, mostGaps * usual);
}
