import CopyWebpackPlugin from 'copy-webpack-plugin';
import path from 'path';
import type { Configuration } from 'webpack';
import { merge } from 'webpack-merge';

import grafanaConfig, { type Env } from './.config/webpack/webpack.config.ts';

/**
 * What nested plugins need on top of create-plugin's configuration:
 * - no lazy chunks: Grafana serves a nested plugin under its own id, the chunks lie in the app's folder and would answer 404;
 * - the nested folders' pictures and READMEs: create-plugin copies only the app's own;
 * - packages of the workspace's root named as packages in the source maps: the catalogue compares the rest with our source.
 */
const config = async (env: Env): Promise<Configuration> =>
  merge(await grafanaConfig(env), {
    cache: {
      type: 'filesystem',
      buildDependencies: { root: [path.resolve(process.cwd(), 'webpack.config.ts')] },
    },
    output: { devtoolModuleFilenameTemplate: sourceName },
    module: { parser: { javascript: { dynamicImportMode: 'eager' } } },
    plugins: [
      new CopyWebpackPlugin({
        patterns: [
          { from: '*/img/*.{svg,png}', to: '.', noErrorOnMissing: true },
          { from: '*/README.md', to: '.', noErrorOnMissing: true },
        ],
      }),
    ],
  });

function sourceName({
  absoluteResourcePath,
  resourcePath,
}: {
  absoluteResourcePath: string;
  resourcePath: string;
}): string {
  const [, ...inPackages] = absoluteResourcePath.split('node_modules/');
  return `webpack://encore-career-app/${inPackages.length ? `./node_modules/${inPackages.join('node_modules/')}` : resourcePath}`;
}

export default config;
