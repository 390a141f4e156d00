import { inRoot } from '../paths.mjs';

/** Where the rules of .dependency-cruiser.mjs look. */
const everywhere = [
  'ml-backend/src',
  'plugins/encore-career-app/src',
  'dashboards',
  'preview',
  'bench',
  'tools',
  'tests',
];

/**
 * The program that checks who imports whom, and its arguments.
 * @param {string[]} [folders]
 */
export const boundaries = (folders = everywhere) => [
  inRoot('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
  '--config',
  inRoot('.dependency-cruiser.mjs'),
  ...folders,
];
