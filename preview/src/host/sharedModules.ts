/**
 * The packages that Grafana gives to its plugins: one instance each, the page's own.
 * The names are those that create-plugin's build leaves out of a bundle.
 */
export const sharedModules: Record<string, () => Promise<object>> = {
  '@emotion/css': () => import('@emotion/css'),
  '@emotion/react': () => import('@emotion/react'),
  '@grafana/data': () => import('@grafana/data'),
  '@grafana/data/unstable': () => import('@grafana/data/unstable'),
  '@grafana/runtime': () => import('@grafana/runtime'),
  '@grafana/runtime/unstable': () => import('@grafana/runtime/unstable'),
  '@grafana/ui': () => import('@grafana/ui'),
  '@grafana/ui/unstable': () => import('@grafana/ui/unstable'),
  d3: () => import('d3'),
  i18next: () => import('i18next'),
  lodash: () => import('lodash'),
  moment: () => import('moment'),
  react: () => import('react'),
  'react-dom': () => import('react-dom'),
  'react-router': () => import('react-router-dom'),
  'react-router-dom': () => import('react-router-dom'),
  'react/jsx-dev-runtime': () => import('react/jsx-dev-runtime'),
  'react/jsx-runtime': () => import('react/jsx-runtime'),
  rxjs: () => import('rxjs'),
  'rxjs/operators': () => import('rxjs/operators'),
};
