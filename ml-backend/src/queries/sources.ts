import { optionQuery } from './optionQuery.ts';

export const sourcesQuery = optionQuery({
  list: 'sources',
  title: 'Sources',
  help: 'Every importer that money, shows, audience readings and practice came from, for variables and lists.',
  description: 'kinds of facts that it brought',
  none: 'Nothing has been imported yet.',
});
