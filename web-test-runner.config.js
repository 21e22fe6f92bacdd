import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { browserResults } from './scripts/test-results.js';
import { findChromium } from './test/support/browser/find-chromium.ts';
import { firefoxOptions, inFront, mouseGoesBack, resizable } from './test/support/browser/find-firefox.ts';
import { parvisServers } from './test/support/browser/parvis-server-plugin.js';

const resultsFile = process.env.PARVIS_TEST_RESULTS;

async function chromiumLauncher() {
  const { executablePath, args, env } = await findChromium();
  return chromeLauncher({ launchOptions: { executablePath, args, env: { ...process.env, ...env } } });
}

function firefoxLauncher() {
  const launchOptions = { browser: /** @type {const} */ ('firefox'), ...firefoxOptions() };
  return chromeLauncher({
    puppeteer: puppeteerCore,
    concurrency: 1,
    launchOptions,
    createPage: async ({ context }) => mouseGoesBack(inFront(resizable(await context.newPage()))),
  });
}

/**
 * As the build does: see scripts/rollup/graphql-shim-plugin.js.
 *
 * @type {import('@web/test-runner').TestRunnerPlugin}
 */
const graphqlShim = {
  name: 'parvis-graphql-shim',
  resolveImport: ({ source, context }) =>
    source === 'graphql' && context.path.includes('/graphql-request/')
      ? '/packages/core/src/graphql/graphql-shim.ts'
      : undefined,
};

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: 'test/packages/**/*.test.ts',
  rootDir: import.meta.dirname,
  // The packages' sources as they are; what was built of them, the end-to-end tests run.
  nodeResolve: { exportConditions: ['parvis-source', 'development', 'browser'] },
  plugins: [
    graphqlShim,
    parvisServers(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(import.meta.resolve('./test/packages/tsconfig.json')),
    }),
  ],
  browsers: [process.env.PARVIS_TEST_ENGINES === 'Firefox' ? firefoxLauncher() : await chromiumLauncher()],
  // One page at a time has the focus, and these tests press keys.
  concurrency: 1,
  testFramework: { config: { timeout: '60000' } },
  browserStartTimeout: 90_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  filterBrowserLogs: ({ args: [first] }) => !String(first).startsWith('Lit is in dev mode'),
  reporters: [
    // Where our own reporter tells of each file, a bar only helps on a screen.
    defaultReporter({ reportTestProgress: !resultsFile || Boolean(process.stdout.isTTY) }),
    ...(resultsFile ? [browserResults(resultsFile)] : []),
  ],
};
