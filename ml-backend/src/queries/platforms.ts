import { optionQuery } from './optionQuery.ts';

export const platformsQuery = optionQuery({
  list: 'platforms',
  title: 'Platforms',
  help: 'Every platform that audience readings came from, for variables and lists.',
  description: 'what is read there',
  none: 'No audience readings yet: import some, e.g. from Spotify for Artists.',
});
