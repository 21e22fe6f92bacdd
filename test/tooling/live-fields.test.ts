import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { parse, visit } from 'graphql';
import { fromRoot } from '../../scripts/paths.js';
import { findWidgetDocuments } from '../../scripts/widget-documents.js';

const documents = await findWidgetDocuments();
const { text: subscription } = documents.find(({ text }) => text.startsWith('subscription '))!;

it('one subscription asks for what all packages show of events, and for nothing that differs by viewer', () => {
  const parts: string[] = [];
  const byViewer: string[] = [];
  visit(parse(subscription), {
    FragmentDefinition: ({ name }) => void parts.push(name.value),
    Field: ({ name }) => void (name.value.startsWith('viewer') && byViewer.push(name.value)),
  });

  for (const part of ['Comments_Events', 'Posts_Events', 'Reactions_Events']) assert.ok(parts.includes(part), part);
  assert.deepEqual(byViewer, []);
});

it('all packages that have a capability are in the list of the loader', async () => {
  const names = await readdir(fromRoot('packages'));
  const having = names.filter((name) => existsSync(fromRoot('packages', name, 'src/capability.ts')));

  const list = await readFile(fromRoot('packages/loader/src/capabilities.ts'), 'utf8');
  // Core has what a capability is.
  const missing = having.filter((name) => name !== 'core' && !list.includes(`'@parvis/${name}'`));
  assert.deepEqual(missing, []);
});
