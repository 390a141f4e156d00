import type { ImportClient } from './ImportClient';
import { sha256 } from './sha256';

export interface UploadProgress {
  /** Bytes that have arrived. */
  sent: number;
  total: number;
}

interface UploadOptions {
  signal: AbortSignal;
  onProgress: (progress: UploadProgress) => void;
  /** Waits before a part is sent again, in milliseconds. */
  wait?: (ms: number) => Promise<void>;
}

const TRIES = 4;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Sends a file in parts, each with its SHA-256; one that is lost on the way is sent again, up to four times.
 * @returns the id of the upload, ready to be finished
 * @throws what the client throws; the abort reason when the signal is set
 */
export async function uploadInParts(
  client: ImportClient,
  file: File,
  { signal, onProgress, wait = pause }: UploadOptions
): Promise<string> {
  onProgress({ sent: 0, total: file.size });
  const { uploadId, partBytes } = await client.begin(file.name, signal);
  try {
    for (let part = 1, sent = 0; sent < file.size; part++) {
      const piece = file.slice(sent, sent + partBytes);
      const sum = await sha256(new Uint8Array(await piece.arrayBuffer()));
      await repeated(() => client.putPart(uploadId, part, piece, sum, signal), signal, wait);
      sent += piece.size;
      onProgress({ sent, total: file.size });
    }
  } catch (error) {
    // Nobody waits for that: what can't be let go of now expires by itself.
    client.abandon(uploadId).catch(() => undefined);
    throw error;
  }
  return uploadId;
}

async function repeated(send: () => Promise<unknown>, signal: AbortSignal, wait: (ms: number) => Promise<void>) {
  for (let round = 1; ; round++) {
    signal.throwIfAborted();
    try {
      return await send();
    } catch (error) {
      signal.throwIfAborted();
      if (round === TRIES || !mayPass(error)) {
        throw error;
      }
      await wait(500 * 2 ** (round - 1));
    }
  }
}

/** Whether the same part may arrive another time: the network, a restart or a damaged part, but no refusal. */
function mayPass(error: unknown): boolean {
  const { status, data } = error as { status?: number; data?: { code?: string } };
  return status === undefined || status <= 0 || status === 429 || status >= 500 || data?.code === 'IMPORT_BAD_PART';
}
