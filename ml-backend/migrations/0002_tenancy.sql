-- Tenants, their keys, and the record of what was done.

CREATE TABLE encore.tenant (
  tenant_id          uuid PRIMARY KEY,
  slug               encore.slug NOT NULL,
  name               text NOT NULL,
  reporting_currency encore.currency NOT NULL DEFAULT 'USD',
  shares_with_pool   boolean NOT NULL DEFAULT false,
  created_at         timestamptz NOT NULL DEFAULT now(),
  CHECK (tenant_id = encore.tenant_id_of(slug))
);
SELECT encore.protect('encore.tenant');
-- Jobs of the owner loop over tenants: slugs and names only, the facts stay behind tenant_isolation.
DO $$ BEGIN
  EXECUTE format('CREATE POLICY owner_directory ON encore.tenant FOR SELECT TO %I USING (true)', current_user);
END $$;

CREATE TABLE encore.api_key (
  tenant_id    uuid NOT NULL REFERENCES encore.tenant,
  key_id       uuid NOT NULL DEFAULT uuidv7(),
  name         text NOT NULL,
  hash         text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  scopes       text[] NOT NULL DEFAULT '{read}' CHECK (scopes <@ '{read,write,admin}'),
  created_at   timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz,
  revoked_at   timestamptz,
  last_used_at timestamptz,
  PRIMARY KEY (tenant_id, key_id)
);
CREATE INDEX api_key_hash ON encore.api_key (hash);
SELECT encore.protect('encore.api_key');
-- Who presents a key does not know the tenant yet: the one row with that hash may be read.
CREATE POLICY by_hash ON encore.api_key FOR SELECT USING (hash = current_setting('app.key_hash', true));

CREATE TABLE encore.audit_log (
  tenant_id  uuid NOT NULL REFERENCES encore.tenant,
  audit_id   uuid NOT NULL DEFAULT uuidv7(),
  at         timestamptz NOT NULL DEFAULT now(),
  actor      text NOT NULL,
  action     text NOT NULL,
  subject    text NOT NULL,
  detail     jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, audit_id)
);
SELECT encore.protect('encore.audit_log');

CREATE TABLE encore.import_run (
  tenant_id    uuid NOT NULL REFERENCES encore.tenant,
  import_id    uuid NOT NULL DEFAULT uuidv7(),
  artist_id    uuid,
  format       text NOT NULL,
  file_name    text NOT NULL,
  file_sha256  text,
  status       text NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'done', 'refused', 'failed', 'cancelled')),
  options      jsonb NOT NULL DEFAULT '{}',
  rows_read    bigint NOT NULL DEFAULT 0,
  added        bigint NOT NULL DEFAULT 0,
  superseded   bigint NOT NULL DEFAULT 0,
  unchanged    bigint NOT NULL DEFAULT 0,
  rejected     bigint NOT NULL DEFAULT 0,
  rejections   jsonb NOT NULL DEFAULT '[]',
  notices      jsonb NOT NULL DEFAULT '[]',
  error        text,
  started_at   timestamptz NOT NULL DEFAULT now(),
  finished_at  timestamptz,
  PRIMARY KEY (tenant_id, import_id)
);
SELECT encore.protect('encore.import_run');

CREATE TABLE encore.import_upload (
  tenant_id  uuid NOT NULL REFERENCES encore.tenant,
  upload_id  uuid NOT NULL DEFAULT uuidv7(),
  file_name  text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL DEFAULT now() + interval '24 hours',
  PRIMARY KEY (tenant_id, upload_id)
);
SELECT encore.protect('encore.import_upload');

CREATE TABLE encore.import_upload_part (
  tenant_id uuid NOT NULL,
  upload_id uuid NOT NULL,
  part      integer NOT NULL CHECK (part BETWEEN 1 AND 10000),
  sha256    text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes     bytea NOT NULL CHECK (octet_length(bytes) <= 8388608),
  PRIMARY KEY (tenant_id, upload_id, part),
  FOREIGN KEY (tenant_id, upload_id) REFERENCES encore.import_upload ON DELETE CASCADE
);
SELECT encore.protect('encore.import_upload_part');
