-- Models, their stored answers, alerts and what people said of them.

CREATE TABLE encore.model_version (
  tenant_id  uuid NOT NULL REFERENCES encore.tenant,
  model_id   uuid NOT NULL DEFAULT uuidv7(),
  name       text NOT NULL,
  version    text NOT NULL,
  stage      text NOT NULL DEFAULT 'candidate' CHECK (stage IN ('candidate', 'champion', 'retired')),
  card       jsonb NOT NULL DEFAULT '{}',
  metrics    jsonb NOT NULL DEFAULT '{}',
  artifact   bytea,
  trained_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, model_id),
  UNIQUE (tenant_id, name, version)
);
SELECT encore.protect('encore.model_version');

-- One row a stored forecast: what was said, of what, knowing what, by which model. Rows are never rewritten.
CREATE TABLE encore.forecast_log (
  tenant_id     uuid NOT NULL,
  artist_id     uuid NOT NULL,
  metric        text NOT NULL,
  bucket        text NOT NULL CHECK (bucket IN ('week', 'month')),
  as_of_bucket  date NOT NULL, -- first day of the first bucket that is forecast
  model_version text NOT NULL,
  facts_key     text NOT NULL, -- fingerprint of the history: a restated past makes a new row
  horizon       integer NOT NULL CHECK (horizon BETWEEN 1 AND 120),
  history_from  date,
  history       double precision[] NOT NULL,
  payload       jsonb NOT NULL, -- mean, bounds a level, total, backtest, notices, member weights
  made_at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, artist_id, metric, bucket, as_of_bucket, model_version, facts_key),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE
);
CREATE INDEX forecast_log_latest ON encore.forecast_log (tenant_id, artist_id, metric, bucket, made_at DESC);
SELECT encore.protect('encore.forecast_log');

CREATE TABLE encore.alert_setting (
  tenant_id  uuid NOT NULL REFERENCES encore.tenant,
  rule_uid   text NOT NULL,
  artist_key text NOT NULL DEFAULT '*', -- a slug, or * for all artists
  enabled    boolean NOT NULL DEFAULT true,
  threshold  double precision,
  updated_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, rule_uid, artist_key)
);
SELECT encore.protect('encore.alert_setting');

CREATE TABLE encore.event (
  tenant_id   uuid NOT NULL REFERENCES encore.tenant,
  event_id    uuid NOT NULL DEFAULT uuidv7(),
  artist_id   uuid,
  kind        text NOT NULL,
  occurred_at timestamptz NOT NULL,
  known_at    timestamptz NOT NULL DEFAULT now(),
  ingested_at timestamptz NOT NULL DEFAULT now(),
  payload     jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, event_id)
);
CREATE INDEX event_by_time ON encore.event (tenant_id, artist_id, occurred_at);
SELECT encore.protect('encore.event');

CREATE TABLE encore.feedback (
  tenant_id   uuid NOT NULL REFERENCES encore.tenant,
  feedback_id uuid NOT NULL DEFAULT uuidv7(),
  subject     text NOT NULL,
  verdict     text NOT NULL CHECK (verdict IN ('useful', 'not_useful', 'wrong')),
  comment     text CHECK (length(comment) <= 4000),
  given_by    text NOT NULL,
  given_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, feedback_id)
);
SELECT encore.protect('encore.feedback');
