import { basename } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { EncoreError } from '../errors.ts';
import { formats } from '../ingest/catalogue.ts';
import { artistsConcerned } from '../ingest/concerned.ts';
import { parseMap } from '../ingest/options.ts';
import { ImportRefused } from '../ingest/request.ts';
import type { ImportOutcome } from '../ingest/request.ts';
import { importFile } from '../ingest/run.ts';
import type { DateOrder, DecimalMark } from '../ingest/values/badValue.ts';
import { connect, createPool } from '../store/connection.ts';
import { defaultTenant, tenantIdOf } from '../store/tenants.ts';
import { actor } from './actor.ts';
import { announceFacts } from './announce.ts';
import { showProgress } from './importProgress.ts';
import { addUp, asJson, inWords } from './importSummary.ts';
import type { FileResult } from './importSummary.ts';
import { formatAndFiles } from './importWords.ts';

interface Options {
  artist?: string;
  tenant: string;
  create?: boolean;
  name?: string;
  timeZone?: string;
  currency?: string;
  map?: string[];
  dates?: DateOrder;
  decimal?: DecimalMark;
  anyArtist?: boolean;
  strict?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

/** `encore import`: exit 0 when all rows landed, 2 when some were rejected, 1 when a file was refused. */
export function register(program: Command): void {
  program
    .command('import')
    .description(`read files into the database\n${formats.map(({ name, help }) => `  ${name}: ${help}`).join('\n')}`)
    .usage('[format] <file...> [--artist <slug>] [options]')
    .argument(
      '<file...>',
      `files to read, plain or gzip; before them the format (${formats.map(({ name }) => name).join(', ')}), or none: each file's header tells it`
    )
    .option('--artist <slug>', 'whose facts these are; exchange rates need none')
    .option('--tenant <slug>', 'whose artist that is', defaultTenant)
    .option('--create', 'make the artist when there is none')
    .option('--name <name>', 'name of a new artist')
    .option('--time-zone <zone>', 'time zone of a new artist, e.g. Europe/Berlin')
    .option('--currency <code>', 'reporting currency of a new artist, e.g. EUR')
    .option('--map <parts...>', 'columns by part: date=Paid on,amount=Net,currency=EUR,source=Payer')
    .addOption(new Option('--dates <order>', 'order of dates such as 1/2/2024').choices(['dmy', 'mdy']))
    .addOption(new Option('--decimal <mark>', 'decimal mark of amounts such as 1.234').choices(['dot', 'comma']))
    .option(
      '--any-artist',
      'take rows that name another artist too; a file that names nobody else is refused without it, and once it was taken its name is known'
    )
    .option('--strict', 'land nothing when any row is bad')
    .option('--dry-run', 'only report what would happen')
    .option('--json', 'print the report as JSON')
    .action(async (words: string[], options: Options) => {
      const { format, files } = await formatAndFiles(words);
      process.exitCode = await run(format, files, options);
    });
}

async function run(format: string | undefined, files: readonly string[], options: Options): Promise<number> {
  const config = readConfig(process.env);
  const map = parseMap(options.map ?? []);
  const db = connect(config.databaseUrl, { max: 2, applicationName: 'encore-import' });
  const pool = createPool(config.databaseUrl, { max: 2, applicationName: 'encore-import-copy' });
  const stop = new AbortController();
  const interrupt = () =>
    stop.abort(new EncoreError('IMPORT_CANCELLED', 499, 'the import was cancelled; nothing of this file was kept'));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const results: FileResult[] = [];
  const changed = new Set<string>();
  try {
    const tenantId = tenantIdOf(options.tenant);
    const { artist: slug, create, name, timeZone, currency } = options;
    for (const path of files) {
      const progress = showProgress(basename(path), options.json === true);
      const request = {
        tenantId,
        format,
        path,
        fileName: basename(path),
        artist: slug === undefined ? undefined : { slug, create, tenant: options.tenant, name, timeZone, currency },
        map,
        dateOrder: options.dates,
        decimal: options.decimal,
      };
      const flags = {
        strict: options.strict,
        dryRun: options.dryRun,
        anyArtist: options.anyArtist,
        actor: actor(),
        signal: stop.signal,
      };
      const result = await attempt(path, async () => {
        const outcome = await importFile(db, pool, { ...request, ...flags, onProgress: progress.update });
        const { added, superseded, withdrawn } = outcome.report;
        if (outcome.importId && added + superseded + withdrawn > 0) {
          for (const artistId of await artistsConcerned(db, tenantId, outcome)) changed.add(artistId);
        }
        return outcome;
      });
      progress.stop();
      results.push(result);
      if (!options.json) process.stdout.write(inWords(result, options.dryRun === true));
      if (result.refusal) break;
    }
    if (changed.size > 0) await announceFacts(config.databaseAdminUrl, tenantId, changed);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await Promise.all([db.destroy(), pool.end()]);
  }
  if (options.json) process.stdout.write(`${JSON.stringify(asJson(results))}\n`);
  if (results.some(({ refusal }) => refusal)) return 1;
  return addUp(results).rejectedCount > 0 ? 2 : 0;
}

async function attempt(path: string, work: () => Promise<ImportOutcome>): Promise<FileResult> {
  try {
    return { path, report: (await work()).report };
  } catch (error) {
    if (!(error instanceof EncoreError)) throw error;
    const { code, message, field } = error;
    return {
      path,
      report: error instanceof ImportRefused ? error.report : undefined,
      refusal: { code, message, field },
    };
  }
}
