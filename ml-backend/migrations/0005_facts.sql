-- Money, audience, practice. Amounts are in the row's own currency; nothing is converted on the way in.

CREATE TABLE encore.ledger_entry (
  tenant_id     uuid NOT NULL,
  fact_id       bigint GENERATED ALWAYS AS IDENTITY,
  artist_id     uuid NOT NULL,
  direction     text NOT NULL CHECK (direction IN ('revenue', 'expense')),
  category      text NOT NULL,
  counterparty  text,
  territory     text,
  work          text,
  isrc          text,
  upc           text,
  quantity      double precision,
  amount        encore.money NOT NULL,
  withheld      encore.money,
  currency      encore.currency NOT NULL,
  gig_key       uuid,
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
CREATE INDEX ledger_entry_by_time ON encore.ledger_entry (tenant_id, artist_id, occurred_at);
SELECT encore.fact('encore.ledger_entry');

CREATE TABLE encore.marketing_spend (
  tenant_id     uuid NOT NULL,
  fact_id       bigint GENERATED ALWAYS AS IDENTITY,
  artist_id     uuid NOT NULL,
  channel       text NOT NULL,
  campaign      text,
  territory     text,
  amount        encore.money NOT NULL CHECK (amount >= 0),
  currency      encore.currency NOT NULL,
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
CREATE INDEX marketing_spend_by_time ON encore.marketing_spend (tenant_id, artist_id, occurred_at);
SELECT encore.fact('encore.marketing_spend');

CREATE TABLE encore.audience_reading (
  tenant_id     uuid NOT NULL,
  fact_id       bigint GENERATED ALWAYS AS IDENTITY,
  artist_id     uuid NOT NULL,
  platform      text NOT NULL,
  metric        text NOT NULL CHECK (metric IN ('streams', 'listeners', 'followers', 'engagement', 'saves', 'playlist_adds', 'views')),
  territory     text,
  city          text,
  value         double precision NOT NULL CHECK (value >= 0),
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
CREATE INDEX audience_reading_by_time ON encore.audience_reading (tenant_id, artist_id, occurred_at);
SELECT encore.fact('encore.audience_reading');

CREATE TABLE encore.release (
  tenant_id     uuid NOT NULL,
  fact_id       bigint GENERATED ALWAYS AS IDENTITY,
  artist_id     uuid NOT NULL,
  title         text NOT NULL,
  release_type  text NOT NULL CHECK (release_type IN ('album', 'live', 'compilation', 'ep', 'single')),
  upc           text,
  label         text,
  tracks        integer CHECK (tracks > 0),
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
CREATE INDEX release_by_time ON encore.release (tenant_id, artist_id, occurred_at);
SELECT encore.fact('encore.release');

CREATE TABLE encore.social_post (
  tenant_id     uuid NOT NULL,
  fact_id       bigint GENERATED ALWAYS AS IDENTITY,
  artist_id     uuid NOT NULL,
  member_id     uuid,
  platform      text NOT NULL,
  language      text,
  body          text NOT NULL,
  sentiment     double precision CHECK (sentiment BETWEEN -1 AND 1),
  reactions     integer,
  source        text NOT NULL,
  source_key    uuid NOT NULL,
  grain         encore.grain NOT NULL DEFAULT 'instant',
  occurred_at   timestamptz NOT NULL,
  known_at      timestamptz NOT NULL,
  ingested_at   timestamptz NOT NULL DEFAULT now(),
  superseded_at timestamptz,
  import_id     uuid,
  PRIMARY KEY (tenant_id, fact_id),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE
);
CREATE INDEX social_post_by_time ON encore.social_post (tenant_id, artist_id, occurred_at);
SELECT encore.fact('encore.social_post');

CREATE TABLE encore.practice_session (
  tenant_id     uuid NOT NULL,
  fact_id       bigint GENERATED ALWAYS AS IDENTITY,
  artist_id     uuid NOT NULL,
  member_id     uuid NOT NULL,
  minutes       double precision NOT NULL CHECK (minutes > 0 AND minutes <= 1440),
  focus         text,
  quality       double precision CHECK (quality BETWEEN 0 AND 10),
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
CREATE INDEX practice_session_by_time ON encore.practice_session (tenant_id, artist_id, occurred_at);
SELECT encore.fact('encore.practice_session');

-- The 16 skills in their four groups; a table so that a query can join the group and the order.
CREATE TABLE reference.skill (
  skill    text PRIMARY KEY,
  "group"  text NOT NULL CHECK ("group" IN ('technical', 'creative', 'performance', 'business')),
  position integer NOT NULL UNIQUE
);
INSERT INTO reference.skill VALUES
  ('instrument_proficiency', 'technical', 1),
  ('technique_improvement', 'technical', 2),
  ('complexity_handling', 'technical', 3),
  ('consistency', 'technical', 4),
  ('songwriting', 'creative', 5),
  ('improvisation', 'creative', 6),
  ('arrangement', 'creative', 7),
  ('originality', 'creative', 8),
  ('stage_presence', 'performance', 9),
  ('audience_connection', 'performance', 10),
  ('adaptability', 'performance', 11),
  ('confidence', 'performance', 12),
  ('marketing', 'business', 13),
  ('networking', 'business', 14),
  ('financial_management', 'business', 15),
  ('career_planning', 'business', 16);

CREATE TABLE encore.skill_assessment (
  tenant_id     uuid NOT NULL,
  fact_id       bigint GENERATED ALWAYS AS IDENTITY,
  artist_id     uuid NOT NULL,
  member_id     uuid NOT NULL,
  skill         text NOT NULL REFERENCES reference.skill,
  score         double precision NOT NULL CHECK (score BETWEEN 0 AND 10),
  assessor      text NOT NULL DEFAULT 'self',
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
CREATE INDEX skill_assessment_by_time ON encore.skill_assessment (tenant_id, artist_id, occurred_at);
SELECT encore.fact('encore.skill_assessment');
