-- Several sources may give a rate of one day; each keeps its own.
ALTER TABLE encore.fx_rate DROP CONSTRAINT fx_rate_pkey;
ALTER TABLE encore.fx_rate ADD PRIMARY KEY (tenant_id, base, quote, rate_on, source);

-- Rows that a complete export no longer has.
ALTER TABLE encore.import_run ADD COLUMN withdrawn bigint NOT NULL DEFAULT 0;
