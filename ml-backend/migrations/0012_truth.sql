-- Labels of the simulator, one table a kind: detectors, experiments and price advice are scored against them.
-- The application role has no usage of the schema and no grant on a table; the owner writes and reads, one tenant at a time.
-- Artists are looked up when the transaction ends: the facts are written beside it, by the application role.

DROP TABLE truth.label;

-- Something that was there once and went away again.
CREATE TABLE truth.anomaly (
  tenant_id  uuid NOT NULL,
  artist_id  uuid NOT NULL,
  metric     text NOT NULL,
  starts_on  date NOT NULL,
  ends_on    date NOT NULL CHECK (ends_on >= starts_on),
  direction  text NOT NULL CHECK (direction IN ('spike', 'drop')),
  sigmas     double precision NOT NULL, -- size in standard deviations of the undisturbed series at its grain, with sign
  log_factor double precision, -- log of value over undisturbed value; null where nothing is left or where it adds
  grain      text NOT NULL CHECK (grain IN ('gig', 'day', 'week', 'month')),
  cause      text NOT NULL,
  PRIMARY KEY (tenant_id, artist_id, metric, starts_on, cause),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

-- A new level or a new slope that stays; a slope ends where ends_on says so.
CREATE TABLE truth.change_point (
  tenant_id uuid NOT NULL,
  artist_id uuid NOT NULL,
  metric    text NOT NULL,
  kind      text NOT NULL CHECK (kind IN ('level', 'slope')),
  starts_on date NOT NULL, -- first day of the new segment
  ends_on   date CHECK (ends_on > starts_on),
  size      double precision NOT NULL, -- log of the factor for a level, log a week for a slope
  sigmas    double precision, -- a level in standard deviations of the undisturbed series
  cause     text NOT NULL,
  PRIMARY KEY (tenant_id, artist_id, metric, kind, starts_on),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE truth.stage_change (
  tenant_id  uuid NOT NULL,
  artist_id  uuid NOT NULL,
  changed_on date NOT NULL,
  from_stage text NOT NULL,
  to_stage   text NOT NULL CHECK (to_stage <> from_stage),
  PRIMARY KEY (tenant_id, artist_id, changed_on),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE truth.elasticity (
  tenant_id uuid NOT NULL,
  artist_id uuid NOT NULL,
  response  text NOT NULL,
  driver    text NOT NULL,
  value     double precision NOT NULL, -- d log response / d log driver
  PRIMARY KEY (tenant_id, artist_id, response, driver),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

-- What a treatment does to an artist's metric; units were assigned by chance with the given probability.
CREATE TABLE truth.treatment_effect (
  tenant_id   uuid NOT NULL,
  artist_id   uuid NOT NULL,
  experiment  text NOT NULL,
  unit        text NOT NULL CHECK (unit IN ('gig', 'artist')),
  metric      text NOT NULL,
  probability double precision NOT NULL CHECK (probability BETWEEN 0 AND 1),
  log_effect  double precision NOT NULL,
  starts_on   date NOT NULL,
  ends_on     date NOT NULL CHECK (ends_on >= starts_on),
  PRIMARY KEY (tenant_id, artist_id, experiment),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE truth.treatment_assignment (
  tenant_id   uuid NOT NULL,
  artist_id   uuid NOT NULL,
  experiment  text NOT NULL,
  unit_key    text NOT NULL, -- external id of the gig, or slug of the artist
  gig_key     uuid,
  assigned_on date NOT NULL,
  treated     boolean NOT NULL,
  PRIMARY KEY (tenant_id, artist_id, experiment, unit_key),
  FOREIGN KEY (tenant_id, artist_id, experiment) REFERENCES truth.treatment_effect ON DELETE CASCADE
);

-- Row security binds the owner as everywhere else; encore.protect would also grant, which nothing here may.
DO $$
DECLARE
  target regclass;
BEGIN
  FOR target IN SELECT oid FROM pg_class WHERE relnamespace = 'truth'::regnamespace AND relkind = 'r' LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
    EXECUTE format(
      'CREATE POLICY tenant_isolation ON %s USING (tenant_id = encore.current_tenant()) '
      'WITH CHECK (tenant_id = encore.current_tenant())', target);
  END LOOP;
END $$;
