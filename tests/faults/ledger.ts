import { createHash } from 'node:crypto';

/** A ledger whose payments carry its name as their payer, so that SQL can count what of it has landed. */
export interface Ledger {
  name: string;
  rows: number;
  text: string;
}

/** The `n`-th ledger; equal arguments give equal bytes. */
export function ledger(n: number, rows: number): Ledger {
  const name = `ledger ${n}`;
  const lines = Array.from({ length: rows }, (_, i) => {
    const day = new Date(Date.UTC(2021, 0, 1 + (i % 1_400))).toISOString().slice(0, 10);
    return `${day},${(1 + (i % 900) / 100).toFixed(2)},USD,${name},streaming,${n}-${i}`;
  });
  return { name, rows, text: `date,amount,currency,source,category,id\n${lines.join('\n')}\n` };
}

export interface Target {
  url: string;
  key: string;
}

export interface Sent {
  /** HTTP status; 0 where no whole answer came. */
  status: number;
  /** The service said that every row has landed. */
  acknowledged: boolean;
  code?: string;
  message: string;
  ms: number;
}

const artist = { format: 'ledger', artist: 'fault-line', create: true };

/** Imports a ledger as one form. */
export function sendWhole(target: Target, file: Ledger): Promise<Sent> {
  const form = new FormData();
  for (const [name, value] of Object.entries(artist)) form.append(name, String(value));
  form.append('file', new Blob([file.text]), `${file.name}.csv`);
  return judged(file, () => call(target, 'POST', '/v1/imports', form));
}

/** Imports a ledger as an upload in two parts. */
export function sendInParts(target: Target, file: Ledger): Promise<Sent> {
  return judged(file, async () => {
    const uploads = '/v1/imports/uploads';
    const json = { 'content-type': 'application/json' };
    const begun = await call(target, 'POST', uploads, JSON.stringify({ fileName: `${file.name}.csv` }), json);
    if (!begun.ok) return begun;
    const { uploadId } = (await begun.json()) as { uploadId: string };
    const middle = Math.floor(file.text.length / 2);
    for (const [index, part] of [file.text.slice(0, middle), file.text.slice(middle)].entries()) {
      const sha256 = createHash('sha256').update(part).digest('hex');
      const headers = { 'content-type': 'application/octet-stream', 'x-content-sha256': sha256 };
      const put = await call(target, 'PUT', `${uploads}/${uploadId}/parts/${index + 1}`, part, headers);
      if (!put.ok) return put;
    }
    return call(target, 'POST', `${uploads}/${uploadId}/finish`, JSON.stringify(artist), json);
  });
}

function call({ url, key }: Target, method: string, path: string, body: FormData | string, headers = {}) {
  const authorization = `Bearer ${key}`;
  return fetch(`${url}${path}`, { method, body, headers: { authorization, ...headers } });
}

async function judged(file: Ledger, send: () => Promise<Response>): Promise<Sent> {
  const began = performance.now();
  const ms = () => performance.now() - began;
  try {
    const answer = await send();
    const body = (await answer.json()) as Record<string, number> & { code?: string; message?: string };
    const landed = (body.added ?? 0) + (body.unchanged ?? 0);
    const acknowledged = answer.status === 200 && landed === file.rows;
    return { status: answer.status, acknowledged, code: body.code, message: body.message ?? '', ms: ms() };
  } catch (error) {
    const { message, cause } = error as Error & { cause?: Error };
    return { status: 0, acknowledged: false, message: `${message} ${cause?.message ?? ''}`, ms: ms() };
  }
}
