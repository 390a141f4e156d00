import { createHash } from 'crypto';

import { fakeService, refusal } from './fakeService';
import { ImportClient } from './ImportClient';
import { uploadInParts, type UploadProgress } from './upload';

const content = '0123456789abcdefghij';
const file = new File([content], 'a.csv');
const sum = (text: string) => createHash('sha256').update(text).digest('hex');

function send(signal = new AbortController().signal) {
  const steps: UploadProgress[] = [];
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  const onProgress = (progress: UploadProgress) => steps.push(progress);
  return { steps, waits, done: uploadInParts(new ImportClient('encore'), file, { signal, onProgress, wait }) };
}

describe('an upload', () => {
  it('sends a file in parts of the size that the service takes, each with its checksum', async () => {
    const { calls, parts } = fakeService({ partBytes: 8 });
    const { steps, done } = send();
    await expect(done).resolves.toBe('u1');
    expect(calls[0]).toBe('POST imports/uploads');
    expect(parts).toEqual([
      { path: 'imports/uploads/u1/parts/1', size: 8, sha256: sum(content.slice(0, 8)) },
      { path: 'imports/uploads/u1/parts/2', size: 8, sha256: sum(content.slice(8, 16)) },
      { path: 'imports/uploads/u1/parts/3', size: 4, sha256: sum(content.slice(16)) },
    ]);
    expect(steps.map(({ sent }) => sent)).toEqual([0, 8, 16, 20]);
  });

  it.each([
    ['the network is gone', refusal(-1, '')],
    ['the service starts anew', refusal(502, 'nothing listens')],
    ['a part arrives damaged', refusal(400, 'damaged', 'IMPORT_BAD_PART')],
  ])('sends a part again when %s', async (_case, fault) => {
    const { parts } = fakeService({
      instead: (_method, path, call) => {
        if (path.endsWith('parts/2') && call <= 2) {
          throw fault;
        }
      },
    });
    const { waits, done } = send();
    await done;
    expect(parts).toHaveLength(3);
    expect(waits).toEqual([500, 1000]);
  });

  it('gives up after four tries, and lets go of what it has sent', async () => {
    const { calls } = fakeService({
      instead: (method) => {
        if (method === 'PUT') {
          throw refusal(502, 'nothing listens');
        }
      },
    });
    await expect(send().done).rejects.toMatchObject({ data: { message: 'nothing listens' } });
    expect(calls.filter((call) => call.startsWith('PUT'))).toHaveLength(4);
    expect(calls.at(-1)).toBe('DELETE imports/uploads/u1');
  });

  it('takes a refusal at its word', async () => {
    const { calls } = fakeService({
      instead: (method) => {
        if (method === 'PUT') {
          throw refusal(403, 'importing needs the Editor or Admin role');
        }
      },
    });
    await expect(send().done).rejects.toMatchObject({ status: 403 });
    expect(calls.filter((call) => call.startsWith('PUT'))).toHaveLength(1);
  });

  it('stops between two parts when it is cancelled', async () => {
    const stop = new AbortController();
    const { calls } = fakeService({
      instead: (_method, path) => {
        if (path.endsWith('parts/2')) {
          stop.abort();
        }
      },
    });
    await expect(send(stop.signal).done).rejects.toBeDefined();
    expect(calls.filter((call) => call.startsWith('PUT'))).toHaveLength(2);
    expect(calls.at(-1)).toBe('DELETE imports/uploads/u1');
  });
});
