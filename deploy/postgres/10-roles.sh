#!/bin/sh
# Run by the PostgreSQL image when it makes a new cluster: the same roles and database as those of `npm start`.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
\getenv owner_password ENCORE_OWNER_PASSWORD
\getenv app_password ENCORE_APP_PASSWORD
\i /etc/encore/roles.sql
SQL
