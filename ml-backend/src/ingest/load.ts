import type pg from 'pg';
import { badRequest } from '../errors.ts';
import type { Artist } from '../store/artists.ts';
import { audit } from '../store/audit.ts';
import { withBulkTenant } from '../store/bulk.ts';
import type { BulkTx } from '../store/bulk.ts';
import type { TenantTx } from '../store/connection.ts';
import { createStage, mergeStage, settleRepeats } from '../store/facts.ts';
import type { FactIdentity, Resolved } from '../store/factTarget.ts';
import { endImport, holdImport, lockSource } from '../store/imports.ts';
import { ownerOf } from './artist.ts';
import { settleArtists } from './artistNames.ts';
import { detectionNotice } from './detect.ts';
import type { FactContext, ImportFormat, Row } from './format.ts';
import { Notices, rows } from './notices.ts';
import type { Notice } from './notices.ts';
import { readDocument } from './read/document.ts';
import { readRows } from './read/rows.ts';
import { sniff } from './read/sniff.ts';
import type { Sniffed } from './read/sniff.ts';
import { mostListed, mostStored, Rejections } from './report.ts';
import type { ImportReport } from './report.ts';
import { columnName, RowReader } from './rowReader.ts';
import { ImportRefused } from './request.ts';
import type { ImportOutcome, ImportRequest } from './request.ts';
import { StageWriter } from './stage.ts';
import { Unread } from './unread.ts';
import { BadValue } from './values/badValue.ts';
import { withdraw } from './withdraw.ts';
import { knownAfterUntil, localDay } from './values/time.ts';

export interface LoadRequest extends Omit<ImportRequest, 'format'> {
  format: ImportFormat;
  /** Nobody named the format: the report says which it is. */
  detected?: boolean;
  signal: AbortSignal;
  importId: string | undefined;
}

/** Leaves the transaction of a dry run with its outcome. */
class DryRun extends Error {
  readonly outcome: ImportOutcome;
  constructor(outcome: ImportOutcome) {
    super('rolled back on purpose');
    this.outcome = outcome;
  }
}

/** Reads the file's shape, then everything else in one transaction. */
export async function loadFile(pool: pg.Pool, request: LoadRequest): Promise<ImportOutcome> {
  const sniffed = await sniff(request);
  if (request.detected) sniffed.notices.push(detectionNotice(request.format, request.fileName));
  try {
    return await withBulkTenant(pool, request.tenantId, request.signal, async (bulk) => {
      const outcome = await load(bulk, request, sniffed);
      if (request.dryRun) throw new DryRun(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.outcome;
    throw error;
  }
}

async function load({ tx, copy }: BulkTx, request: LoadRequest, sniffed: Sniffed): Promise<ImportOutcome> {
  const { format, importId } = request;
  if (importId) await holdImport(tx, importId);
  const owner = await ownerOf(tx, format, request.artist);
  const { artist, created } = owner;
  const now = request.now ?? new Date();
  const identity: FactIdentity = {
    artistId: artist.artistId,
    source: format.name,
    importId: importId ?? null,
    now,
    reported: sniffed.header.positions.has('reported'),
  };
  await lockSource(tx, format.target.scope === 'tenant' ? '' : artist.artistId, format.name);
  const notices = new Notices();
  const rejections = new Rejections(request.fileName);
  const context = contextOf(artist, now, sniffed, format, notices);
  const writer = new StageWriter(copy(await createStage(tx, format.target, identity)), format.target, format, notices);
  const rowReader = 'readAll' in format ? undefined : new RowReader(format, sniffed.header, context, rejections);
  const { read, sha256 } =
    'readAll' in format
      ? await readDocument(request, format, context, rejections, writer)
      : await readRows(request, sniffed.header, rowReader!, writer);
  await writer.end();
  const nameOf = (column: string) => columnName(format, sniffed.header, column);
  const names = await settleArtists(tx, format, owner, request, nameOf, rejections);
  const remarks = [...sniffed.notices, ...names.notices, ...(await settle(tx, format, identity, nameOf, rejections))];
  const { withdrawn, notices: gone } = await withdraw(tx, format, identity, rowReader?.unread ?? new Unread());
  remarks.push(...gone);
  const merged = { ...(await mergeStage(tx, format.target, identity)), withdrawn };
  if (merged.stale > 0)
    remarks.push({
      code: 'IMPORT_STALE',
      text: `${rows(merged.stale)} reported earlier than what is known; the later report is kept`,
    });
  const report = reportOf(read, merged, rejections, [...notices.list(), ...remarks]);
  refuseStrict(request, report);
  if (importId) await record(tx, request, artist, names.confirmed, report, sha256, importId);
  return { importId, format: format.name, artistId: artist.artistId || null, artistCreated: created, sha256, report };
}

function contextOf(
  artist: Artist,
  now: Date,
  { header, styles }: Sniffed,
  format: ImportFormat,
  notices: Notices
): FactContext {
  const today = localDay(now, artist.timeZone);
  const context = {
    now,
    today,
    timeZone: artist.timeZone,
    currency: artist.currency,
    ...styles,
    notices,
    constants: {},
    knownAfter: knownAfterUntil(now),
  };
  return { ...context, constants: readConstants(header.constants, format, context) };
}

/** Values of `--map` for the whole file are read like those of a column. */
function readConstants(constants: Row, format: ImportFormat, context: FactContext): Row {
  const read = Object.entries(constants).map(([key, text]) => {
    const cell = format.columns[key]?.read(text ?? '', context) ?? null;
    if (cell instanceof BadValue)
      throw badRequest('IMPORT_BAD_MAP', `--map ${key}: no column has this name, and ${cell.reason}`, 'map');
    return [key, cell] as const;
  });
  return Object.fromEntries(read);
}

/** What can be judged only when all rows are there: repeated keys, what the rows refer to. */
async function settle(
  tx: TenantTx,
  format: ImportFormat,
  identity: FactIdentity,
  nameOf: (column: string) => string,
  rejections: Rejections
): Promise<Notice[]> {
  const remarks: Notice[] = [];
  const take = (settled: Resolved | undefined) => {
    for (const { line, column, value, code, reason } of settled?.rejected ?? [])
      rejections.add(line, nameOf(column), value, code, reason);
    remarks.push(...(settled?.notices ?? []));
  };
  take(await format.target.identify?.(tx, identity));
  const columns = Object.entries(format.columns);
  for (const { line, first, key } of await settleRepeats(tx, format.target)) {
    const value = key.split('\u001f').filter(Boolean).join(', ');
    const [column] = columns.find(([, { key: isKey }]) => isKey) ?? columns[0]!;
    rejections.add(line, nameOf(column), value, 'IMPORT_REPEATED_KEY', `"${value}" stands already in row ${first}`);
  }
  take(await format.target.resolve?.(tx, identity));
  return remarks;
}

function reportOf(
  read: number,
  merged: Pick<ImportReport, 'added' | 'superseded' | 'unchanged' | 'withdrawn'>,
  rejections: Rejections,
  notices: Notice[]
): ImportReport {
  const { added, superseded, unchanged, withdrawn } = merged;
  if (rejections.count > mostStored) {
    const text = `${rows(rejections.count)} were rejected; the first ${mostStored.toLocaleString('en')} are stored${rejections.count > mostListed ? `, the first ${mostListed.toLocaleString('en')} listed` : ''}`;
    notices.push({ code: 'IMPORT_REJECTIONS_CAPPED', text });
  }
  return {
    read,
    added,
    superseded,
    unchanged,
    withdrawn,
    rejected: rejections.sorted(),
    rejectedCount: rejections.count,
    notices,
  };
}

function refuseStrict({ strict, fileName }: LoadRequest, report: ImportReport): void {
  if (!strict || report.rejectedCount === 0) return;
  const message = `${fileName}: ${rows(report.rejectedCount)} of ${report.read.toLocaleString('en')} cannot be used, so nothing was imported (--strict)`;
  throw new ImportRefused('IMPORT_STRICT', 400, message, 'strict', {
    ...report,
    added: 0,
    superseded: 0,
    unchanged: 0,
    withdrawn: 0,
  });
}

async function record(
  tx: TenantTx,
  request: LoadRequest,
  { artistId, slug }: Artist,
  confirmedName: string | undefined,
  report: ImportReport,
  sha256: string,
  importId: string
): Promise<void> {
  await endImport(tx, importId, {
    ...report,
    rejected: report.rejected.slice(0, mostStored),
    status: 'done',
    artistId: artistId || undefined,
    confirmedName,
    sha256,
  });
  const { read, added, superseded, unchanged, withdrawn, rejectedCount } = report;
  const detail = {
    importId,
    format: request.format.name,
    file: request.fileName,
    read,
    added,
    superseded,
    unchanged,
    withdrawn,
    rejected: rejectedCount,
  };
  await audit(tx, request.actor, 'import', artistId ? `artist/${slug}` : 'tenant', detail);
}
