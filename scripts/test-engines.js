// The pages of strangers in Firefox and WebKit, and the widgets in Firefox: npm run test:engines
import './node-version.js';
import { firefoxEngine } from '../test/support/hosts/puppeteer-engine.ts';
import { webkitEngine } from '../test/support/hosts/webkit-engine.ts';
import { exitCode } from './run.js';

const missing = [firefoxEngine, webkitEngine].flatMap((engine) => engine.missing ?? []);
if (missing.length > 0) {
  console.error(`Engines are missing here:\n${missing.map((what) => `  ${what}`).join('\n')}`);
  process.exit(1);
}
process.exitCode = await exitCode('node', ['scripts/test.js', 'hosts-firefox', 'hosts-webkit', 'widgets-firefox']);
