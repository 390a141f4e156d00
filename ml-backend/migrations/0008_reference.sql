-- What is the same for everybody. The loader of these figures names its source in each row.

CREATE TABLE reference.fx_rate (
  rate_on date NOT NULL,
  base    encore.currency NOT NULL,
  quote   encore.currency NOT NULL CHECK (quote <> base),
  rate    numeric(24, 12) NOT NULL CHECK (rate > 0),
  source  text NOT NULL,
  PRIMARY KEY (base, quote, rate_on)
);

CREATE TABLE reference.figure (
  name   text NOT NULL,
  scope  text NOT NULL DEFAULT '',
  value  double precision NOT NULL,
  unit   text NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (name, scope)
);

CREATE TABLE pool.aggregate (
  name    text NOT NULL,
  scope   text NOT NULL,
  tenants integer NOT NULL CHECK (tenants >= 5), -- k-anonymity: never fewer than five behind a figure
  value   jsonb NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (name, scope)
);

-- Labels of the simulator: detectors are scored against them, so the application must not see them.
CREATE TABLE truth.label (
  label_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id  uuid NOT NULL,
  artist_id  uuid NOT NULL,
  kind       text NOT NULL,
  metric     text,
  starts_at  timestamptz NOT NULL,
  ends_at    timestamptz,
  value      jsonb NOT NULL DEFAULT '{}'
);
