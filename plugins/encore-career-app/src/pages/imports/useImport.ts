import { useCallback, useRef, useState } from 'react';

import { reasonOf } from '../../common/reasonOf';
import type { ImportClient } from './ImportClient';
import type { ImportOptions, ImportResult } from './types';
import { uploadInParts, type UploadProgress } from './upload';

/** Where an import stands. */
export type Job =
  | { phase: 'idle' }
  | ({ phase: 'uploading' } & UploadProgress)
  | { phase: 'reading'; dryRun: boolean }
  | { phase: 'done'; result: ImportResult; fileName: string }
  | { phase: 'failed'; reason: string }
  | { phase: 'cancelled' };

/** Runs one import at a time: upload, then reading by the service. `onEnd` is called after each that reached the service. */
export function useImport(client: ImportClient, onEnd: () => void) {
  const [job, setJob] = useState<Job>({ phase: 'idle' });
  const stop = useRef<AbortController>(undefined);

  const start = useCallback(
    async (file: File, options: ImportOptions) => {
      const { signal } = (stop.current = new AbortController());
      try {
        const onProgress = (progress: UploadProgress) => signal.aborted || setJob({ phase: 'uploading', ...progress });
        const uploadId = await uploadInParts(client, file, { signal, onProgress });
        setJob({ phase: 'reading', dryRun: options.dryRun ?? false });
        setJob(await finish(client, uploadId, options, file.name, signal));
      } catch (error) {
        setJob(signal.aborted ? { phase: 'cancelled' } : { phase: 'failed', reason: reasonOf(error) });
      }
      onEnd();
    },
    [client, onEnd]
  );
  const cancel = useCallback(() => {
    stop.current?.abort();
    setJob({ phase: 'cancelled' });
  }, []);
  const reset = useCallback(() => setJob({ phase: 'idle' }), []);

  return { job, start, cancel, reset };
}

async function finish(
  client: ImportClient,
  uploadId: string,
  options: ImportOptions,
  fileName: string,
  signal: AbortSignal
): Promise<Job> {
  try {
    return { phase: 'done', result: await client.finish(uploadId, options, signal), fileName };
  } catch (error) {
    // A refused upload stays where it is; this page sends the file anew with the next options.
    client.abandon(uploadId).catch(() => undefined);
    throw error;
  }
}
