/**
 * Every dashboard uid, panel id, plugin id and data source uid that provisioned files refer to.
 * Alert rules, links and tests read them from here; a panel keeps its id for life.
 */
export const dataSource = { type: 'encore-career-datasource', uid: 'encore' } as const;

export const plugins = {
  timeline: 'encore-careertimeline-panel',
  confidence: 'encore-predictionconfidence-panel',
} as const;

/** The tag that makes a dashboard appear in the links of all the others. */
export const tag = 'encore';

export const dashboards = {
  careerTimeline: {
    uid: 'encore-career-timeline',
    panels: { timeline: 1, shows: 2, songs: 3 },
  },
  revenueForecast: {
    uid: 'encore-revenue-forecast',
    panels: {
      confidence: 1,
      sources: 2,
      months: 3,
      risk: 4,
      lossMonths: 5,
      goals: 6,
      milestones: 7,
      years: 8,
      errors: 9,
      accuracy: 10,
      members: 11,
      notices: 12,
    },
    rows: { risk: 101, milestones: 102, accuracy: 103 },
  },
} as const;
