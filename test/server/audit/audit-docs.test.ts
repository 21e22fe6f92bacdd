import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

const root = new URL('../../../', import.meta.url);

describe('docs/audit.md', () => {
  it('lists every act that is recorded', async () => {
    const declared: string[] = [];
    for await (const file of glob('server/src/**/*.ts', { cwd: root })) {
      const source = await readFile(new URL(file, root), 'utf8');
      const [, acts = ''] = /\n {2}interface AuditActions \{\n(.*?)\n {2}\}\n/s.exec(source) ?? [];
      declared.push(...[...acts.matchAll(/^ {4}(\w+):/gm)].map(([, name]) => name!));
    }
    const docs = await readFile(new URL('docs/audit.md', root), 'utf8');
    const listed = [...docs.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name!);

    assert.ok(declared.length > 5);
    assert.deepEqual(listed.sort(), declared.sort());
  });
});
