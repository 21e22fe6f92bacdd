import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { arrows } from '../../scripts/arrows.js';

const configuration = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
};

/** For each rule: who imports what they may not. Each importer has an arrow that is wrong in one way only. */
const planted: Record<string, [importer: string, imported: string]> = {
  'no-cycles': ['packages/core/src/one.ts', './other.js'],
  resolvable: ['packages/core/src/lost.ts', './nowhere.js'],
  'packages-not-server': ['packages/core/src/a.ts', '../../../server/src/app.js'],
  'core-knows-no-widget': ['packages/core/src/b.ts', '../../people-finder/src/index.js'],
  'widgets-use-core-only': ['packages/like-button/src/c.ts', '../../people-finder/src/index.js'],
  'thread-uses-composer-and-like-button-only': ['packages/comment-thread/src/d.ts', '../../people-finder/src/index.js'],
  'wall-uses-thread-and-its-parts-only': ['packages/activity-wall/src/e.ts', '../../people-finder/src/index.js'],
  'widgets-through-index': ['packages/comment-thread/src/f.ts', '../../like-button/src/inside.js'],
  'packages-use-few-libraries': ['packages/core/src/g.ts', 'kysely'],
  'demo-uses-bundles-only': ['demo/site/script.js', '../../packages/people-finder/src/index.ts'],
  'seed-takes-what-modules-offer': ['demo/seed/s.ts', '../../server/src/modules/people/people-service.ts'],
  'server-not-packages': ['server/src/http/h.ts', '../../../packages/people-finder/src/index.ts'],
  'main-on-top': ['server/src/compose.ts', './main.ts'],
  'commands-load-when-called': ['server/src/cli/q-commands.ts', '../app.ts'],
  'app-above-modules': ['server/src/events/i.ts', '../app.ts'],
  'compose-knows-the-modules': ['server/src/modules/comments/s-schema.ts', '../people/module.ts'],
  'contract-of-modules': ['server/src/modules/comments/t-service.ts', '../../module.ts'],
  'floors-know-no-module': ['server/src/graphql/j.ts', '../modules/people/index.ts'],
  'http-below-graphql': ['server/src/http/q.ts', '../graphql/yoga.ts'],
  'queue-above-database': ['server/src/database/u.ts', '../queue/job-queue.ts'],
  'audit-above-database': ['server/src/audit/v.ts', '../queue/job-queue.ts'],
  'mail-stands-alone': ['server/src/mail/w.ts', '../queue/job-queue.ts'],
  'mail-beside-the-floors': ['server/src/queue/x.ts', '../mail/sender.ts'],
  'platform-below-all': ['server/src/platform/r.ts', '../http/host.ts'],
  'modules-through-index': ['server/src/modules/comments/k-schema.ts', '../people/people-service.ts'],
  'stores-only-touch-the-database': ['server/src/modules/comments/l-service.ts', 'kysely'],
  'rules-know-no-graphql': ['server/src/modules/comments/m-service.ts', 'graphql'],
  'store-and-policy-below-service': ['server/src/modules/people/n-policy.ts', './people-service.ts'],
  'schema-asks-the-service': ['server/src/modules/comments/o-schema.ts', './comment-store.ts'],
  'only-direct-dependencies': ['server/src/http/p.ts', 'stowaway'],
};

const bystanders = {
  'package.json': JSON.stringify({ dependencies: { kysely: '*', graphql: '*' } }),
  'packages/core/src/other.ts': `import type { one } from './one.js';\nexport type Other = typeof one;`,
  'packages/people-finder/src/index.ts': 'export {};',
  'packages/like-button/src/inside.ts': 'export {};',
  'server/src/main.ts': 'export {};',
  'server/src/module.ts': 'export {};',
  'server/src/modules/people/module.ts': 'export {};',
  'server/src/app.ts': 'export {};',
  'server/src/graphql/yoga.ts': 'export {};',
  'server/src/http/host.ts': 'export {};',
  'server/src/queue/job-queue.ts': 'export {};',
  'server/src/mail/sender.ts': 'export {};',
  'server/src/modules/people/index.ts': 'export {};',
  'server/src/modules/people/people-service.ts': 'export {};',
  'server/src/modules/comments/comment-store.ts': `import { sql } from 'kysely';\nexport { sql };`,
  ...library('kysely'),
  ...library('graphql'),
  ...library('stowaway'),
};

function library(name: string) {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    [`node_modules/${name}/index.js`]: 'export {};',
  };
}

describe('the arrows', () => {
  let tree: string;
  let found: Awaited<ReturnType<typeof arrows>>;

  before(async () => {
    tree = await mkdtemp(join(tmpdir(), 'parvis-arrows-'));
    const importers = Object.values(planted).map(([importer, imported]) => [
      importer,
      `import type * as needed from '${imported}';\nimport '${imported}';\nexport type one = typeof needed;`,
    ]);
    for (const [file, content] of [...Object.entries(bystanders), ...importers] as [string, string][]) {
      await mkdir(dirname(join(tree, file)), { recursive: true });
      await writeFile(join(tree, file), content);
    }
    found = await arrows(tree);
  });

  after(() => rm(tree, { recursive: true }));

  for (const { name } of configuration.forbidden) {
    it(`refuse a planted violation of ${name}`, () => {
      const [importer] = planted[name] ?? assert.fail(`No violation of ${name} is planted.`);

      const broken = found.violations.filter(({ from }) => from === importer).map(({ rule }) => rule.name);

      assert.ok(broken.includes(name), `${importer} broke ${broken.join(', ') || 'nothing'}`);
    });
  }

  it('find nothing else', () => {
    const guilty = new Set(Object.values(planted).map(([importer]) => importer));

    const others = found.violations.filter(({ from }) => !guilty.has(from) && !from.endsWith('/other.ts'));

    assert.deepEqual(others, []);
  });

  it('have looked at every file', () => {
    assert.deepEqual(found.unseen, []);
  });
});
