import { optionQuery } from './optionQuery.ts';

export const genresQuery = optionQuery({
  list: 'genres',
  title: 'Genres',
  help: 'Every genre of artists and their songs, for variables and lists.',
  description: 'empty',
  none: 'No artist or song has a genre yet.',
});
