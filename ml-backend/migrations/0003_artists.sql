-- Who: artists, members, venues, songs, works with others.

CREATE TABLE encore.artist (
  tenant_id          uuid NOT NULL REFERENCES encore.tenant,
  artist_id          uuid NOT NULL DEFAULT uuidv7(),
  slug               encore.slug NOT NULL,
  name               text NOT NULL,
  genre              text,
  city               text,
  country            text,
  time_zone          text NOT NULL DEFAULT 'UTC',
  reporting_currency encore.currency NOT NULL DEFAULT 'USD',
  started_on         date,
  is_demo            boolean NOT NULL DEFAULT false,
  created_at         timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, artist_id),
  UNIQUE (tenant_id, slug)
);
SELECT encore.protect('encore.artist');

CREATE TABLE encore.member (
  tenant_id  uuid NOT NULL,
  member_id  uuid NOT NULL DEFAULT uuidv7(),
  artist_id  uuid NOT NULL,
  slug       encore.slug NOT NULL,
  name       text NOT NULL,
  role       text,
  joined_on  date,
  left_on    date CHECK (left_on >= joined_on),
  PRIMARY KEY (tenant_id, member_id),
  UNIQUE (tenant_id, artist_id, slug),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE
);
SELECT encore.protect('encore.member');

CREATE TABLE encore.venue (
  tenant_id  uuid NOT NULL REFERENCES encore.tenant,
  venue_id   uuid NOT NULL DEFAULT uuidv7(),
  venue_key  text NOT NULL, -- lower-case name, city, country: what makes two venues the same
  name       text NOT NULL,
  city       text,
  region     text,
  country    text,
  latitude   double precision CHECK (latitude BETWEEN -90 AND 90),
  longitude  double precision CHECK (longitude BETWEEN -180 AND 180),
  capacity   integer CHECK (capacity > 0),
  time_zone  text,
  genres     text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, venue_id),
  UNIQUE (tenant_id, venue_key)
);
SELECT encore.protect('encore.venue');

CREATE TABLE encore.song (
  tenant_id   uuid NOT NULL,
  song_id     uuid NOT NULL DEFAULT uuidv7(),
  artist_id   uuid NOT NULL,
  title_key   text NOT NULL, -- lower-case title with single spaces
  title       text NOT NULL,
  isrc        text,
  duration_s  integer CHECK (duration_s > 0),
  musical_key text,
  tempo_bpm   double precision CHECK (tempo_bpm > 0),
  tuning      text,
  genre       text,
  PRIMARY KEY (tenant_id, song_id),
  UNIQUE (tenant_id, artist_id, title_key),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE
);
SELECT encore.protect('encore.song');

CREATE TABLE encore.collaboration (
  tenant_id        uuid NOT NULL,
  fact_id          bigint GENERATED ALWAYS AS IDENTITY,
  artist_id        uuid NOT NULL,
  other_artist_id  uuid,
  other_name       text NOT NULL,
  work             text NOT NULL,
  role             text,
  source           text NOT NULL,
  source_key       uuid NOT NULL,
  grain            encore.grain NOT NULL DEFAULT 'day',
  occurred_at      timestamptz NOT NULL,
  known_at         timestamptz NOT NULL,
  ingested_at      timestamptz NOT NULL DEFAULT now(),
  superseded_at    timestamptz,
  import_id        uuid,
  PRIMARY KEY (tenant_id, fact_id),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE
);
SELECT encore.fact('encore.collaboration');
