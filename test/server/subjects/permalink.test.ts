import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { permalink as permalinkOfWidgets } from '../../../packages/core/src/page/permalink.ts';
import { permalink } from '../../../server/src/modules/subjects/index.ts';
import { newId, toGlobalId } from '../../../server/src/platform/ids.ts';

describe('the address of a comment in mails', () => {
  for (const address of [
    'https://intranet.example.org/news/',
    'https://intranet.example.org/news?id=1',
    'https://intranet.example.org/news?id=1#chapter',
    'https://intranet.example.org/#/news/1',
    'https://intranet.example.org/?site=douai#!/news',
  ])
    it(`is the one that widgets give it: ${address}`, () => {
      const rowId = newId();

      for (const [kind, name] of [
        ['Comment', 'comment'],
        ['Post', 'post'],
      ] as const)
        assert.equal(permalink({ kind, rowId }, address), permalinkOfWidgets(name, toGlobalId(kind, rowId), address));
      assert.equal(permalink({ kind: 'Page', rowId }, address), address);
    });
});
