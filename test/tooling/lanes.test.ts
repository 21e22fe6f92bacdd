import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { inLanes } from '../../scripts/test-lanes.js';

type Share = 'all' | 'one' | 'half' | 'waits';

/** Work that ends when it is told to; what runs at a time is written down each time that something begins. */
function workshop() {
  const running = new Map<string, () => void>();
  const seen: string[] = [];
  return {
    seen,
    perform: ({ name }: { name: string }) =>
      new Promise<string>((resolve) => {
        running.set(name, () => {
          running.delete(name);
          resolve(`${name} is done`);
        });
        seen.push([...running.keys()].join(' + '));
      }),
    async end(name: string) {
      running.get(name)!();
      await turn();
    },
  };
}

const work = (...all: [string, Share][]) => all.map(([name, share]) => ({ name, share }));

it('work goes side by side as far as there are cores, in order, and what waits beside anything', async () => {
  const { seen, perform, end } = workshop();
  const all = work(
    ['faults', 'waits'],
    ['types', 'one'],
    ['lint', 'one'],
    ['format', 'one'],
    ['server', 'all'],
    ['e2e', 'one'],
  );
  const results = inLanes(all, perform);
  await turn();
  assert.deepEqual(seen, ['faults', 'faults + types', 'faults + types + lint']);

  await end('lint');
  await end('types');
  assert.deepEqual(seen.slice(3), ['faults + types + format']);
  await end('format');
  await end('server');
  assert.deepEqual(seen.slice(4), ['faults + server', 'faults + e2e']);
  await end('faults');
  await end('e2e');
  assert.deepEqual(
    await results,
    all.map(({ name }) => `${name} is done`),
  );
});

it('two pieces of work that take half a core go beside one that takes a whole one', async () => {
  const { seen, perform, end } = workshop();
  const all = work(['widgets', 'half'], ['e2e', 'one'], ['hosts', 'half'], ['others', 'half']);
  const results = inLanes(all, perform);
  await turn();
  assert.deepEqual(seen.slice(2), ['widgets + e2e + hosts']);

  await end('widgets');
  assert.deepEqual(seen.slice(3), ['e2e + hosts + others']);
  for (const name of ['e2e', 'hosts', 'others']) await end(name);
  await results;
});

it('two pieces of work that wait do not go side by side', async () => {
  const { seen, perform, end } = workshop();
  const results = inLanes(work(['faults', 'waits'], ['others', 'waits'], ['types', 'one']), perform);
  await turn();
  assert.deepEqual(seen, ['faults']);

  await end('faults');
  assert.deepEqual(seen.slice(1), ['others', 'others + types']);
  await end('others');
  await end('types');
  await results;
});
