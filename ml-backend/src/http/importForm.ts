import type { MultipartFile } from '@fastify/multipart';
import type { FastifyError, FastifyRequest } from 'fastify';
import { badRequest } from '../errors.ts';
import { parseMap } from '../ingest/options.ts';
import { withSpooledFile } from '../ingest/spool.ts';
import type { SpoolOptions } from '../ingest/spool.ts';
import { ImportOptions } from './importSchemas.ts';
import { explainInvalid } from './invalid.ts';

const flags = new Set(['create', 'anyArtist', 'strict', 'dryRun']);

/**
 * Reads a form: its fields in any order and one file, which is kept on disk while `work` runs.
 * @throws EncoreError IMPORT_NO_FILE, IMPORT_TOO_LARGE; a validation error that names the field
 */
export async function withImportForm<T>(
  request: FastifyRequest,
  work: (options: ImportOptions, path: string, fileName: string) => Promise<T>,
  spool?: SpoolOptions
): Promise<T> {
  const fields: Record<string, unknown> = {};
  const parts = request.parts();
  const read = async (): Promise<MultipartFile | undefined> => {
    for (let next = await parts.next(); !next.done; next = await parts.next()) {
      const part = next.value;
      if (part.type === 'file') return part;
      if (part.value !== '') fields[part.fieldname] = fieldValue(part.fieldname, String(part.value));
    }
    return undefined;
  };
  const file = await read();
  if (!file) throw badRequest('IMPORT_NO_FILE', 'the form has no file; send it as the part "file"', 'file');
  const whole = async (path: string) => {
    const second = await read();
    if (second) throw badRequest('IMPORT_NO_FILE', 'the form has more than one file; send one a request', 'file');
    if (!request.validateInput(fields, ImportOptions)) throw invalid(request);
    return work(fields as ImportOptions, path, file.filename || 'upload');
  };
  return withSpooledFile(file.file, whole, spool);
}

function fieldValue(name: string, text: string): unknown {
  if (name === 'map') return parseMap([text]);
  if (!flags.has(name)) return text;
  return text === 'true' || text === 'false' ? text === 'true' : text;
}

function invalid(request: FastifyRequest): Error {
  const validation = request.getValidationFunction(ImportOptions)?.errors as FastifyError['validation'];
  const { code, message, field } = explainInvalid({ validation, message: 'the form is wrong' });
  return badRequest(code, message, field);
}
