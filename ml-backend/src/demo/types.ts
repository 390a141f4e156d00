import type { Day } from './calendar.ts';
import type { Genre } from './roster.ts';
import type { City, Currency } from './places.ts';
import type { SegmentMonth } from './segments.ts';
import type { Truth } from './truth.ts';

/** When something was so, and from when to when that version was believed; epoch ms. */
export interface Version {
  /** Natural key within the artist and the source. */
  key: string;
  source: string;
  grain: 'instant' | 'day' | 'month';
  occurredAt: number;
  knownAt: number;
  supersededAt: number | null;
}

export interface Venue {
  key: string;
  name: string;
  city: City;
  capacity: number;
  genres: Genre[];
}

export interface Member {
  slug: string;
  name: string;
  role: string;
  joinedOn: Day;
  leftOn: Day | null;
}

export interface Song {
  title: string;
  isrc: string | null;
  durationSeconds: number;
  musicalKey: string;
  tempo: number;
  genre: Genre;
  /** First day on which it is played. */
  playedFrom: Day;
  /** How well it works on stage, 0 to 1. */
  appeal: number;
}

export type FeeModel = 'guarantee' | 'door_split' | 'versus' | 'plus_split' | 'flat' | 'own_promotion' | 'free';

export interface GigVersion extends Version {
  externalId: string;
  status: 'booked' | 'played' | 'cancelled';
  title: string | null;
  tour: string | null;
  venue: Venue | null;
  venueName: string;
  city: City;
  feeModel: FeeModel;
  guarantee: number | null;
  splitPercent: number | null;
  heads: number | null;
  capacity: number | null;
  gross: number | null;
  netIncome: number | null;
  merch: number | null;
  support: string | null;
}

export interface TicketTier {
  gig: string;
  tier: string;
  facePrice: number;
  currency: Currency;
  available: number;
  sold: number | null;
}

export type CostKind =
  | 'agent'
  | 'manager'
  | 'business_manager'
  | 'venue_hire'
  | 'venue_merch_cut'
  | 'travel'
  | 'payroll'
  | 'production'
  | 'tax'
  | 'other';

export interface GigCost {
  gig: string;
  kind: CostKind;
  amount: number;
  currency: Currency;
}

export interface SetlistEntry extends Version {
  gig: string;
  position: number;
  song: string;
  encore: boolean;
  engagement: number;
}

export interface LedgerEntry extends Version {
  direction: 'revenue' | 'expense';
  category: string;
  counterparty: string | null;
  territory: string | null;
  work: string | null;
  quantity: number | null;
  amount: number;
  currency: Currency;
  gig: string | null;
}

export interface MarketingSpend extends Version {
  channel: string;
  campaign: string | null;
  territory: string | null;
  amount: number;
  currency: Currency;
}

export interface AudienceReading extends Version {
  platform: string;
  metric: 'streams' | 'listeners' | 'followers' | 'engagement' | 'saves' | 'playlist_adds' | 'views';
  value: number;
}

export interface Release extends Version {
  title: string;
  type: 'album' | 'live' | 'ep' | 'single';
  tracks: number;
  label: string | null;
}

export interface SocialPost extends Version {
  member: string;
  platform: string;
  language: string;
  body: string;
  sentiment: number;
  reactions: number;
}

export interface PracticeSession extends Version {
  member: string;
  minutes: number;
  focus: string;
  quality: number;
}

export interface SkillAssessment extends Version {
  member: string;
  skill: string;
  score: number;
  assessor: string;
}

export interface Goal extends Version {
  goal: string;
  title: string;
  metric: string;
  target: number;
  setOn: Day;
  deadline: Day;
  status: 'open' | 'reached' | 'missed';
  reachedOn: Day | null;
}

export interface Milestone extends Version {
  title: string;
  metric: string | null;
  value: number | null;
}

export type StageName = 'Beginner' | 'Performer' | 'Professional' | 'Expert' | 'Mentor';

export interface StagePeriod extends Version {
  stage: StageName;
  endedOn: Day | null;
}

export interface Collaboration extends Version {
  otherName: string;
  work: string;
  role: string;
}

export interface VenueOffer extends Version {
  venue: Venue;
  slotOn: Day;
  status: 'open' | 'accepted' | 'declined' | 'expired';
  feeModel: FeeModel;
  guarantee: number | null;
  splitPercent: number | null;
  currency: Currency;
  expiresAt: number;
}

/** Something from outside that bends a career for a while or for good. */
export interface Shock {
  kind: 'illness' | 'placement' | 'viral' | 'breakdown' | 'support_slot';
  title: string;
  start: Day;
  /** Last day of its direct effect. */
  end: Day;
  /** Factor on attention on the first day; 1 leaves it alone. */
  lift: number;
  halfLifeDays: number;
}

/** All that is known of one simulated artist at the end of the simulation. */
export interface Career {
  slug: string;
  name: string;
  genre: Genre;
  city: City;
  currency: Currency;
  startedOn: Day;
  members: Member[];
  songs: Song[];
  gigs: GigVersion[];
  tiers: TicketTier[];
  costs: GigCost[];
  setlists: SetlistEntry[];
  ledger: LedgerEntry[];
  marketing: MarketingSpend[];
  readings: AudienceReading[];
  releases: Release[];
  posts: SocialPost[];
  practice: PracticeSession[];
  assessments: SkillAssessment[];
  goals: Goal[];
  milestones: Milestone[];
  stages: StagePeriod[];
  collaborations: Collaboration[];
  offers: VenueOffer[];
  /** The audience's two segments by month. */
  segments: SegmentMonth[];
  /** Strokes of luck and mishaps; `truth` has their labels. */
  shocks: Shock[];
  /** What was injected and what nobody can see: never loaded where the application could read it. */
  truth: Truth;
}
