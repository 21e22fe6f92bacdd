import { fromRoot } from '../paths.js';

/**
 * Gives graphql-request, in the browser, what it needs of `graphql` instead of its whole parser, which is nine times as large.
 *
 * @returns {import('rollup').Plugin}
 */
export function graphqlShim() {
  return {
    name: 'parvis-graphql-shim',
    resolveId: (source, importer) =>
      source === 'graphql' && importer?.includes('/graphql-request/')
        ? fromRoot('packages/core/dist/graphql/graphql-shim.js')
        : null,
  };
}
