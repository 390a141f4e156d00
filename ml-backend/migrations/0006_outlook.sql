-- Where it goes: goals, milestones, stages, scenarios, the market, rates.

CREATE TABLE encore.goal (
  tenant_id     uuid NOT NULL,
  fact_id       bigint GENERATED ALWAYS AS IDENTITY,
  artist_id     uuid NOT NULL,
  goal_key      uuid NOT NULL,
  title         text NOT NULL,
  metric        text NOT NULL,
  target        double precision NOT NULL,
  set_on        date NOT NULL,
  deadline      date NOT NULL CHECK (deadline >= set_on),
  status        text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'reached', 'missed', 'dropped')),
  reached_on    date,
  source        text NOT NULL,
  source_key    uuid NOT NULL,
  grain         encore.grain NOT NULL DEFAULT 'day',
  occurred_at   timestamptz NOT NULL,
  known_at      timestamptz NOT NULL,
  ingested_at   timestamptz NOT NULL DEFAULT now(),
  superseded_at timestamptz,
  import_id     uuid,
  PRIMARY KEY (tenant_id, fact_id),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE
);
CREATE INDEX goal_by_time ON encore.goal (tenant_id, artist_id, occurred_at);
SELECT encore.fact('encore.goal');

CREATE TABLE encore.milestone (
  tenant_id     uuid NOT NULL,
  fact_id       bigint GENERATED ALWAYS AS IDENTITY,
  artist_id     uuid NOT NULL,
  title         text NOT NULL,
  metric        text,
  value         double precision,
  source        text NOT NULL,
  source_key    uuid NOT NULL,
  grain         encore.grain NOT NULL DEFAULT 'day',
  occurred_at   timestamptz NOT NULL,
  known_at      timestamptz NOT NULL,
  ingested_at   timestamptz NOT NULL DEFAULT now(),
  superseded_at timestamptz,
  import_id     uuid,
  PRIMARY KEY (tenant_id, fact_id),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE
);
CREATE INDEX milestone_by_time ON encore.milestone (tenant_id, artist_id, occurred_at);
SELECT encore.fact('encore.milestone');

CREATE TABLE encore.stage_history (
  tenant_id     uuid NOT NULL,
  fact_id       bigint GENERATED ALWAYS AS IDENTITY,
  artist_id     uuid NOT NULL,
  stage         text NOT NULL CHECK (stage IN ('Beginner', 'Performer', 'Professional', 'Expert', 'Mentor')),
  ended_on      date,
  source        text NOT NULL,
  source_key    uuid NOT NULL,
  grain         encore.grain NOT NULL DEFAULT 'day',
  occurred_at   timestamptz NOT NULL,
  known_at      timestamptz NOT NULL,
  ingested_at   timestamptz NOT NULL DEFAULT now(),
  superseded_at timestamptz,
  import_id     uuid,
  PRIMARY KEY (tenant_id, fact_id),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE
);
CREATE INDEX stage_history_by_time ON encore.stage_history (tenant_id, artist_id, occurred_at);
SELECT encore.fact('encore.stage_history');

CREATE TABLE encore.market_event (
  tenant_id     uuid NOT NULL,
  fact_id       bigint GENERATED ALWAYS AS IDENTITY,
  kind          text NOT NULL,
  title         text NOT NULL,
  city          text,
  country       text,
  genre         text,
  value         double precision,
  ends_at       timestamptz,
  source        text NOT NULL,
  source_key    uuid NOT NULL,
  grain         encore.grain NOT NULL DEFAULT 'day',
  occurred_at   timestamptz NOT NULL,
  known_at      timestamptz NOT NULL,
  ingested_at   timestamptz NOT NULL DEFAULT now(),
  superseded_at timestamptz,
  import_id     uuid,
  PRIMARY KEY (tenant_id, fact_id),
  FOREIGN KEY (tenant_id) REFERENCES encore.tenant
);
CREATE INDEX market_event_by_time ON encore.market_event (tenant_id, occurred_at);
SELECT encore.fact('encore.market_event');

CREATE TABLE encore.fx_rate (
  tenant_id uuid NOT NULL REFERENCES encore.tenant,
  rate_on   date NOT NULL,
  base      encore.currency NOT NULL,
  quote     encore.currency NOT NULL CHECK (quote <> base),
  rate      numeric(24, 12) NOT NULL CHECK (rate > 0),
  source    text NOT NULL,
  PRIMARY KEY (tenant_id, base, quote, rate_on)
);
SELECT encore.protect('encore.fx_rate');

CREATE TABLE encore.scenario (
  tenant_id   uuid NOT NULL,
  scenario_id uuid NOT NULL DEFAULT uuidv7(),
  artist_id   uuid NOT NULL,
  name        text NOT NULL,
  definition  jsonb NOT NULL,
  created_by  text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, scenario_id),
  UNIQUE (tenant_id, artist_id, name),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE
);
SELECT encore.protect('encore.scenario');
