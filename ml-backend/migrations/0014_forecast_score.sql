-- What came, beside what a stored forecast had said of it: one row a forecast bucket, written when its facts arrive and
-- again when they are restated.
CREATE TABLE encore.forecast_score (
  tenant_id     uuid NOT NULL,
  artist_id     uuid NOT NULL,
  metric        text NOT NULL,
  bucket        text NOT NULL CHECK (bucket IN ('week', 'month')),
  as_of_bucket  date NOT NULL,
  model_version text NOT NULL,
  facts_key     text NOT NULL,
  bucket_start  date NOT NULL, -- the bucket that was forecast
  step          integer NOT NULL CHECK (step BETWEEN 1 AND 120), -- buckets ahead
  actual        double precision NOT NULL,
  mean          double precision NOT NULL,
  naive         double precision, -- the same bucket of the last year that was known; null without one
  scale         double precision, -- usual change from year to year inside the history: the denominator of MASE
  place         double precision NOT NULL CHECK (place BETWEEN 0 AND 1), -- where in the forecast distribution it fell
  scored_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, artist_id, metric, bucket, as_of_bucket, model_version, facts_key, bucket_start),
  FOREIGN KEY (tenant_id, artist_id, metric, bucket, as_of_bucket, model_version, facts_key)
    REFERENCES encore.forecast_log ON DELETE CASCADE
);
SELECT encore.protect('encore.forecast_score');
