-- On stage: gigs, what they cost and brought, offers and slots, setlists.
-- gig_key is the stable identity of a gig over its versions; details hang on it.

CREATE TABLE encore.gig (
  tenant_id     uuid NOT NULL,
  fact_id       bigint GENERATED ALWAYS AS IDENTITY,
  artist_id     uuid NOT NULL,
  gig_key       uuid NOT NULL,
  external_id   text NOT NULL,
  status        text NOT NULL CHECK (status IN ('offered', 'booked', 'played', 'cancelled', 'moved')),
  title         text,
  tour          text,
  venue_id      uuid,
  venue_name    text,
  city          text,
  region        text,
  country       text,
  location      text,
  time_zone     text,
  fee_model     text CHECK (fee_model IN ('guarantee', 'door_split', 'versus', 'plus_split', 'flat', 'own_promotion', 'free')),
  guarantee     encore.money,
  split_percent double precision CHECK (split_percent BETWEEN 0 AND 100),
  currency      encore.currency,
  heads         integer CHECK (heads >= 0),
  capacity      integer CHECK (capacity > 0),
  gross         encore.money,
  net_income    encore.money,
  merch         encore.money,
  support       text,
  source        text NOT NULL,
  source_key    uuid NOT NULL,
  grain         encore.grain NOT NULL DEFAULT 'day',
  occurred_at   timestamptz,
  known_at      timestamptz NOT NULL,
  ingested_at   timestamptz NOT NULL DEFAULT now(),
  superseded_at timestamptz,
  import_id     uuid,
  PRIMARY KEY (tenant_id, fact_id),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE
);
CREATE INDEX gig_by_time ON encore.gig (tenant_id, artist_id, occurred_at);
SELECT encore.fact('encore.gig');

CREATE TABLE encore.gig_ticket_tier (
  tenant_id  uuid NOT NULL,
  artist_id  uuid NOT NULL,
  gig_key    uuid NOT NULL,
  tier       text NOT NULL,
  face_price encore.money NOT NULL CHECK (face_price >= 0),
  currency   encore.currency NOT NULL,
  available  integer CHECK (available >= 0),
  sold       integer CHECK (sold >= 0),
  PRIMARY KEY (tenant_id, gig_key, tier),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE
);
SELECT encore.protect('encore.gig_ticket_tier');

CREATE TABLE encore.gig_cost (
  tenant_id uuid NOT NULL,
  artist_id uuid NOT NULL,
  gig_key   uuid NOT NULL,
  kind      text NOT NULL CHECK (kind IN ('agent', 'manager', 'business_manager', 'venue_hire', 'venue_merch_cut', 'travel', 'payroll', 'production', 'tax', 'other')),
  amount    encore.money NOT NULL CHECK (amount >= 0),
  currency  encore.currency NOT NULL,
  PRIMARY KEY (tenant_id, gig_key, kind),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE
);
SELECT encore.protect('encore.gig_cost');

CREATE TABLE encore.venue_slot (
  tenant_id   uuid NOT NULL,
  venue_id    uuid NOT NULL,
  slot_on     date NOT NULL,
  status      text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'held', 'taken')),
  known_at    timestamptz NOT NULL DEFAULT now(),
  ingested_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, venue_id, slot_on),
  FOREIGN KEY (tenant_id, venue_id) REFERENCES encore.venue ON DELETE CASCADE
);
SELECT encore.protect('encore.venue_slot');

CREATE TABLE encore.venue_offer (
  tenant_id     uuid NOT NULL,
  fact_id       bigint GENERATED ALWAYS AS IDENTITY,
  artist_id     uuid NOT NULL,
  venue_id      uuid NOT NULL,
  slot_on       date NOT NULL,
  status        text NOT NULL CHECK (status IN ('open', 'accepted', 'declined', 'expired')),
  fee_model     text,
  guarantee     encore.money,
  split_percent double precision,
  currency      encore.currency,
  expires_at    timestamptz,
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
CREATE INDEX venue_offer_by_time ON encore.venue_offer (tenant_id, artist_id, occurred_at);
SELECT encore.fact('encore.venue_offer');

CREATE TABLE encore.setlist_entry (
  tenant_id     uuid NOT NULL,
  fact_id       bigint GENERATED ALWAYS AS IDENTITY,
  artist_id     uuid NOT NULL,
  gig_key       uuid NOT NULL,
  position      integer NOT NULL CHECK (position > 0),
  song_id       uuid NOT NULL,
  encore        boolean,
  engagement    double precision CHECK (engagement BETWEEN 0 AND 1),
  source        text NOT NULL,
  source_key    uuid NOT NULL,
  grain         encore.grain NOT NULL DEFAULT 'day',
  occurred_at   timestamptz,
  known_at      timestamptz NOT NULL,
  ingested_at   timestamptz NOT NULL DEFAULT now(),
  superseded_at timestamptz,
  import_id     uuid,
  PRIMARY KEY (tenant_id, fact_id),
  FOREIGN KEY (tenant_id, artist_id) REFERENCES encore.artist ON DELETE CASCADE
);
CREATE INDEX setlist_entry_by_gig ON encore.setlist_entry (tenant_id, artist_id, gig_key, position);
CREATE INDEX setlist_entry_by_song ON encore.setlist_entry (tenant_id, artist_id, song_id);
SELECT encore.fact('encore.setlist_entry');
