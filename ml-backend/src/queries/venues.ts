import { optionQuery } from './optionQuery.ts';

export const venuesQuery = optionQuery({
  list: 'venues',
  title: 'Venues',
  help: 'Every venue of shows, for variables and lists.',
  description: 'city and country of most of its shows',
  none: 'No venues yet: import gigs or venues.',
});
