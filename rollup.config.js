import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { bundles, fromRoot } from './scripts/paths.js';
import { chunkNames } from './scripts/rollup/chunk-names.js';
import { finish } from './scripts/rollup/finish-plugin.js';
import { graphqlDocuments } from './scripts/rollup/graphql-documents-plugin.js';
import { graphqlShim } from './scripts/rollup/graphql-shim-plugin.js';
import { lateImports } from './scripts/rollup/late-imports-plugin.js';
import { widgetChunks } from './scripts/rollup/widget-chunks-plugin.js';

/** @type {import('rollup').RollupOptions} */
export default {
  input: fromRoot('packages/loader/dist/parvis.js'),
  plugins: [
    widgetChunks(),
    graphqlShim(),
    nodeResolve({ browser: true, exportConditions: ['production'] }),
    graphqlDocuments(),
    lateImports(),
    literalsHtmlCssMinifier({ include: fromRoot('packages/*/dist/**/*.js'), failOnError: true }),
    terser({
      ecma: 2020,
      module: true,
      compress: {
        passes: 3,
        unsafe_arrows: true,
        pure_getters: true,
        inline: 1,
        hoist_props: false,
      },
      format: { comments: false, quote_style: 2 },
    }),
    finish(),
  ],
  output: {
    dir: bundles,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[hash:7].js',
    // For people with a debugger; not named in the files, so that nobody else pays for the name.
    sourcemap: 'hidden',
    onlyExplicitManualChunks: true,
    manualChunks: chunkNames,
  },
};
