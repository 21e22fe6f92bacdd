import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { parse, validate } from 'graphql';
import { createApp, type App } from '../../../server/src/app.ts';
import { readConfig } from '../../../server/src/config.ts';
import { settings } from '../../../server/src/settings.ts';
import { widgetDocuments, widgetNeeds } from '../../../server/src/graphql/widget-documents.ts';

const quiet = { DATABASE_URL: 'sqlite::memory:', PARVIS_LOG_LEVEL: 'silent' };
const read = (path: string) => readFile(new URL(`../../../${path}`, import.meta.url), 'utf8');

describe('the documents of the widgets', () => {
  let app: App;
  before(() => {
    app = createApp(readConfig(quiet));
  });
  after(() => app.close());

  it('are what the schema has', () => {
    assert.ok(widgetDocuments.size > 25, `${widgetDocuments.size} were found`);
    for (const text of widgetDocuments.values()) assert.deepEqual(validate(app.schema, parse(text)), []);
  });

  it('fit into the least that a setting takes', () => {
    const { batch, tokens, depth, aliases, cost, topics } = widgetNeeds(app.schema);

    for (const [setting, need] of [
      [settings.batchLimit, batch],
      [settings.tokenLimit, tokens],
      [settings.depthLimit, depth],
      [settings.aliasLimit, aliases],
      [settings.costLimit, cost],
      [settings.topicLimit, topics],
    ] as const) {
      assert.throws(() => readConfig({ ...quiet, [setting.name]: '1' }), new RegExp(setting.name));
      const least = Number(/from (\d+) to/.exec(setting.takes)![1]);
      assert.ok(least >= need, `${setting.name} takes ${least}, the widgets need ${need}`);
    }
  });

  it('are counted as the widgets send them: so many together, with so many keys and topics', async () => {
    const gathering = await read('packages/core/src/client/gathering-fetch.ts');
    const client = await read('packages/core/src/client/parvis-client.ts');
    const leader = await read('packages/core/src/events/leader.ts');

    const { batch, topics } = widgetNeeds(app.schema);

    assert.match(gathering, new RegExp(`MOST_OPERATIONS = ${batch};`));
    assert.match(client, /MOST_KEYS = 100;/);
    assert.match(leader.replaceAll('_', ''), new RegExp(`MOSTTOPICS = ${topics};`));
  });
});
