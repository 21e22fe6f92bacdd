import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { type HostileData, insertHostileData } from '../../support/server/hostile-data.ts';
import { type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { type Entries, SchemaWalk } from '../../support/server/schema-walk.ts';

/** `PARVIS_HOSTILE=long` walks on 2,000 levels and 10,000 comments, and says what was greatest. */
const isLong = process.env['PARVIS_HOSTILE'] === 'long';
const sizes = isLong
  ? { deep: 2_000, wide: 10_000, versions: 200, posts: 200, managers: 80, text: 10_000 }
  : { deep: 150, wide: 120, versions: 20, posts: 20, managers: 20, text: 1_000 };
const pageSizes = isLong ? [100, 30, 10, 5, 3, 2, 1] : [10, 2];
const answerLimit = 8_000_000;

describe('lists in lists', () => {
  let intranet: Intranet;
  let data: HostileData;
  let entries: Entries;
  before(async () => {
    intranet = await startIntranet();
    data = await insertHostileData(intranet, sizes);
    const node = (id: string, type: string) => `node(id: "${id}") { ... on ${type} { … } }`;
    entries = {
      Comment: node(data.deepest, 'Comment'),
      Page: node(toGlobalId('Page', data.page), 'Page'),
      Post: node(data.post, 'Post'),
      Person: `person(handle: "${data.person}") { … }`,
      Wall: 'wall(key: "company") { … }',
      PeopleFacets: 'people { facets { … } }',
      PersonSearchEdge: 'people(query: "line") { edges { … } }',
    };
  });
  after(() => intranet.close());

  const greatest = { bytes: 0, cpu: 0, heap: 0 };
  const worst = { bytes: '', cpu: '', heap: '' };
  const note = (what: keyof typeof greatest, value: number, query: string) => {
    if (value <= greatest[what]) return;
    greatest[what] = value;
    worst[what] = query;
  };

  async function ask(query: string): Promise<string> {
    const cpu = process.cpuUsage();
    const heap = process.memoryUsage().heapUsed;
    const response = await intranet.adam.client.post({ query });
    const text = await response.text();
    const { user, system } = process.cpuUsage(cpu);
    note('bytes', Buffer.byteLength(text), query);
    note('cpu', Math.round((user + system) / 1_000), query);
    note('heap', Math.round((process.memoryUsage().heapUsed - heap) / 1e6), query);
    assert.ok(response.status < 500, `${response.status}: ${query}`);
    assert.doesNotMatch(text.slice(0, 2_000), /INTERNAL_SERVER_ERROR/, query);
    return text;
  }

  it('are bounded, each pair once and to the greatest depth', async () => {
    const walk = new SchemaWalk(intranet.server.app.schema);
    let pairs = 0;
    for (const outer of walk.lists) {
      for (const inner of walk.lists) {
        let isNested = false;
        for (const size of pageSizes) {
          const queries = walk.nested(outer, inner, entries, { size, depth: 20 });
          if (!queries) break;
          isNested = true;
          const answers = [];
          for (const query of new Set(queries)) answers.push(await ask(query));
          // The greatest that the estimate lets through is the one to fear.
          if (answers.every((text) => !text.includes('"LIMIT_EXCEEDED"'))) break;
        }
        if (isNested) pairs += 1;
      }
    }

    if (isLong) console.log(JSON.stringify({ lists: walk.lists.length, pairs, greatest, worst }, null, 2));
    assert.ok(walk.lists.length >= 10, `${walk.lists.length} lists were found`);
    assert.ok(pairs >= 60, `${pairs} pairs were walked`);
    assert.ok(greatest.bytes < 3 * answerLimit, `${greatest.bytes} bytes: ${worst.bytes}`);
  });

  it('say how long they are: by an argument, or in the schema', () => {
    const { schema } = intranet.server.app;
    const walk = new SchemaWalk(schema);
    for (const { parent, name, isSized } of walk.lists) {
      const field = (schema.getType(parent) as { getFields?: () => Record<string, { extensions: { size?: number } }> })
        .getFields!()[name]!;
      assert.ok(isSized || field.extensions.size! > 0, `${parent}.${name}`);
    }
  });

  it('end at once where ancestors are asked for by ancestors', async () => {
    const levels = (count: number) => `${'ancestors { '.repeat(count)} depth ${'} '.repeat(count)}`;
    const three = await ask(`{ node(id: "${data.deepest}") { ... on Comment { ${levels(3)} } } }`);
    const two = await ask(`{ node(id: "${data.deepest}") { ... on Comment { ${levels(2)} } } }`);

    assert.match(three, /LIMIT_EXCEEDED/);
    assert.ok(two.length < 1_000_000);
  });
});
