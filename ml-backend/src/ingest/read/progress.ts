import type { ImportRequest } from '../request.ts';
import type { ByteSource } from './bytes.ts';

const progressMs = 500;

/** Tells how far a file is read, now and then, and at its end. */
export function progressOf(source: ByteSource, onProgress: ImportRequest['onProgress']) {
  let told = Date.now();
  return (rows: number, end = false): void => {
    if (!end && Date.now() - told < progressMs) return;
    told = Date.now();
    onProgress?.({ rows, bytes: source.read(), totalBytes: source.total });
  };
}
