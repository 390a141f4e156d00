import { Type } from 'typebox';
import type { Static } from 'typebox';
import { formats } from '../ingest/catalogue.ts';
import { byteLimits } from '../ingest/read/bytes.ts';
import { mostPartBytes } from '../ingest/uploads.ts';
import { patterns } from './invalid.ts';

// PostgreSQL has no text with a NUL in it; other control characters have no place in a name either.
const line = { minLength: 1, pattern: patterns.line };
const closed = { additionalProperties: false } as const;
const Count = Type.Integer({ minimum: 0 });

/** What may be set for an import, in a form or as JSON. */
export const ImportOptions = Type.Object(
  {
    format: Type.Optional(
      Type.Enum(
        formats.map(({ name }) => name),
        {
          description: `Left out: found by the file's header\n${formats.map(({ name, help }) => `${name}: ${help}`).join('\n')}`,
        }
      )
    ),
    artist: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 120,
        pattern: patterns.slug,
        description: 'Slug of the artist whose facts these are; not needed for what belongs to the tenant',
      })
    ),
    create: Type.Optional(Type.Boolean({ description: 'Make the artist when there is none' })),
    name: Type.Optional(Type.String({ ...line, maxLength: 200, description: 'Name of a new artist' })),
    timeZone: Type.Optional(
      Type.String({ ...line, maxLength: 60, description: 'Time zone of a new artist, e.g. Europe/Berlin' })
    ),
    currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$', description: 'Reporting currency of a new artist' })),
    map: Type.Optional(
      Type.Record(Type.String(), Type.String({ ...line, maxLength: 200 }), {
        // OpenAPI has no names by pattern, but it has this.
        propertyNames: { pattern: '^[a-z_]{1,40}$' },
        maxProperties: 40,
        description: 'Columns by part; in a form written as date=Paid on,amount=Net',
      })
    ),
    dates: Type.Optional(Type.Enum(['dmy', 'mdy'], { description: 'Order of dates such as 1/2/2024' })),
    decimal: Type.Optional(Type.Enum(['dot', 'comma'], { description: 'Decimal mark of amounts such as 1.234' })),
    anyArtist: Type.Optional(
      Type.Boolean({
        description:
          'Take rows that name another artist too; a file that has only such rows is refused without it, and once it was taken its name is known',
      })
    ),
    strict: Type.Optional(Type.Boolean({ description: 'Land nothing when any row is bad' })),
    dryRun: Type.Optional(Type.Boolean({ description: 'Only report what would happen' })),
  },
  closed
);
export type ImportOptions = Static<typeof ImportOptions>;

/** The same as a form, with its file: what OpenAPI tells of it. The route reads it part by part. */
export const ImportForm = Type.Object(
  {
    file: Type.String({ format: 'binary', maxLength: byteLimits.fileBytes, description: 'The file, plain or gzip' }),
    ...ImportOptions.properties,
    map: Type.Optional(
      Type.String({
        pattern: '^[a-z_]{1,40}=[^\\u0000-\\u001f=,]{1,200}$',
        maxLength: 10_000,
        description: 'date=Paid on,amount=Net',
      })
    ),
  },
  closed
);

const Rejected = Type.Object({
  file: Type.String(),
  line: Type.Integer(),
  column: Type.Union([Type.String(), Type.Null()]),
  value: Type.String(),
  reason: Type.String(),
  code: Type.String(),
});
const Notice = Type.Object({ code: Type.String(), text: Type.String() });
const counts = {
  read: Count,
  added: Count,
  superseded: Count,
  unchanged: Count,
  withdrawn: Type.Integer({ minimum: 0, description: 'Rows of earlier imports that a complete file no longer has' }),
  rejectedCount: Count,
};

export const ImportResult = Type.Object({
  importId: Type.Union([Type.String(), Type.Null()], { description: 'null for a dry run' }),
  format: Type.String({ description: 'What the file was read as' }),
  artistId: Type.Union([Type.String(), Type.Null()], { description: 'null for what belongs to the tenant' }),
  artistCreated: Type.Boolean(),
  ...counts,
  rejected: Type.Array(Rejected, { description: 'The first 1,000' }),
  notices: Type.Array(Notice),
});

const run = {
  importId: Type.String(),
  artistId: Type.Union([Type.String(), Type.Null()]),
  format: Type.String(),
  fileName: Type.String(),
  status: Type.String({ description: 'running, done, refused, failed or cancelled' }),
  ...counts,
  notices: Type.Array(Notice),
  error: Type.Union([Type.String(), Type.Null()]),
  startedAt: Type.String({ format: 'date-time' }),
  finishedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
};
export const ImportList = Type.Object({ imports: Type.Array(Type.Object(run)) });
export const ImportRun = Type.Object({ ...run, rejected: Type.Array(Rejected) });
export const ListQuery = Type.Object(
  {
    limit: Type.Optional(
      Type.String({ pattern: '^[1-9][0-9]{0,2}$', description: '1 to 999, 50 where nothing is said' })
    ),
  },
  closed
);

const Id = Type.String({ format: 'uuid' });
export const IdParams = Type.Object({ id: Id }, closed);
export const PartParams = Type.Object({ id: Id, n: Type.String({ pattern: '^[1-9][0-9]{0,3}$' }) }, closed);
export const PartHeaders = Type.Object({
  'x-content-sha256': Type.String({ pattern: '^[0-9a-fA-F]{64}$', description: 'SHA-256 of the part, hex' }),
});
export const NewUpload = Type.Object({ fileName: Type.String({ ...line, maxLength: 255 }) }, closed);
export const UploadBegun = Type.Object({
  uploadId: Type.String(),
  expiresAt: Type.String({ format: 'date-time' }),
  partBytes: Type.Literal(mostPartBytes),
});
export const PartStored = Type.Object({ part: Type.Integer(), bytes: Type.Integer() });
