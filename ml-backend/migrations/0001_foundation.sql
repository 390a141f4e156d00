-- Schemas, roles and the helpers that make a table a tenant's table.
-- The runner sets encore.app_role to the application role of DATABASE_URL before this runs.

CREATE SCHEMA IF NOT EXISTS encore;
CREATE SCHEMA IF NOT EXISTS reference; -- public rates and industry figures, no tenant, read-only
CREATE SCHEMA IF NOT EXISTS pool;      -- aggregates over tenants that opted in, no tenant, read-only
CREATE SCHEMA IF NOT EXISTS truth;     -- the simulator's labels; the application role has no grant here

REVOKE ALL ON SCHEMA encore, reference, pool, truth FROM PUBLIC;

CREATE FUNCTION encore.current_tenant() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.tenant', true), '')::uuid;

-- A tenant's identity follows from its slug, so that no unique key has to span tenants.
CREATE FUNCTION encore.tenant_id_of(slug text) RETURNS uuid
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN md5('encore:tenant:' || slug)::uuid;

-- Row-level security for one table: forced, so that the owner is bound too.
CREATE FUNCTION encore.protect(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format(
    'CREATE POLICY tenant_isolation ON %s USING (tenant_id = encore.current_tenant()) '
    'WITH CHECK (tenant_id = encore.current_tenant())', target);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %I', target, current_setting('encore.app_role'));
END $$;

-- One live version of a fact for each natural key; earlier versions stay and carry superseded_at.
CREATE FUNCTION encore.fact(target regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  bare text := (SELECT relname FROM pg_class WHERE oid = target);
BEGIN
  EXECUTE format('CREATE UNIQUE INDEX %I ON %s (tenant_id, source_key) WHERE superseded_at IS NULL', bare || '_live', target);
  PERFORM encore.protect(target);
END $$;

CREATE DOMAIN encore.money AS numeric(24, 10);
CREATE DOMAIN encore.currency AS text CHECK (VALUE ~ '^[A-Z]{3}$');
CREATE DOMAIN encore.slug AS text CHECK (VALUE ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(VALUE) <= 120);
CREATE DOMAIN encore.grain AS text CHECK (VALUE IN ('instant', 'day', 'month'));

DO $$
DECLARE
  app text := current_setting('encore.app_role');
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA encore, reference, pool TO %I', app);
  EXECUTE format('GRANT EXECUTE ON FUNCTION encore.current_tenant(), encore.tenant_id_of(text) TO %I', app);
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO %I', current_database(), app);
  EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA encore GRANT USAGE, SELECT ON SEQUENCES TO %I', app);
  EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA reference GRANT SELECT ON TABLES TO %I', app);
  EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA pool GRANT SELECT ON TABLES TO %I', app);
END $$;
