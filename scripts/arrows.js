// Which folder may import from which, after .dependency-cruiser.cjs: npm run check:arrows
import './node-version.js';
import { glob } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { root } from './paths.js';

/**
 * @param {string} directory - The tree to look at: ours, or one with planted faults.
 * @returns {Promise<{ violations: import('dependency-cruiser').IViolation[], modules: number, unseen: string[] }>}
 */
export async function arrows(directory) {
  const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
  const tsConfig = extractTSConfig(`${root}/tsconfig.base.json`);
  const { enhancedResolveOptions, tsConfig: _, ...cruiseOptions } = options;
  const folders = ['packages', 'server', 'demo'];

  const { output } = await cruise(
    folders,
    { ...cruiseOptions, baseDir: directory, validate: true, ruleSet: { forbidden } },
    enhancedResolveOptions,
    { tsConfig },
  );
  if (typeof output === 'string') throw new Error(output);

  const seen = new Set(output.modules.map(({ source }) => source));
  const sources = await Array.fromAsync(
    glob(['{packages/*,server}/src/**/*.ts', 'demo/seed/**/*.ts'], { cwd: directory }),
  );
  return {
    violations: output.summary.violations,
    modules: seen.size,
    unseen: sources.filter((file) => !seen.has(file.replaceAll('\\', '/'))),
  };
}

if (import.meta.main) {
  const { violations, modules, unseen } = await arrows(root);
  for (const { rule, from, to, cycle } of violations) {
    console.error(`${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`);
  }
  // Without a TypeScript that it knows, dependency-cruiser sees nothing and finds nothing wrong.
  if (unseen.length > 0 || modules === 0) {
    console.error(`Not looked at: ${unseen.join(', ') || 'anything'}.`);
  }
  console.log(`${violations.length} wrong arrows among ${modules} modules.`);
  if (violations.length > 0 || unseen.length > 0 || modules === 0) process.exitCode = 1;
}
