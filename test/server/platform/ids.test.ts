import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  fromGlobalId,
  type GlobalId,
  localIdOf,
  newId,
  type RowId,
  toGlobalId,
} from '../../../server/src/platform/ids.ts';

// `tsc` checks this file: where a mix-up compiles, the directive above it is an error.
describe('ids', () => {
  it('lead from a row to its global id and back', () => {
    const id = newId();

    const globalId = toGlobalId('Post', id);

    assert.deepEqual(fromGlobalId(globalId), { type: 'Post', id });
    assert.equal(localIdOf(globalId, 'Post'), id);
  });

  it('of rows are not taken for global ids', () => {
    // @ts-expect-error -- the id of a row where a global id is wanted
    assert.throws(() => fromGlobalId(newId()), { code: 'INVALID' });
    // @ts-expect-error -- a text that no function has made a global id
    assert.throws(() => localIdOf('Post:1', 'Post'), { code: 'INVALID' });
  });

  it('that are global are not taken for those of rows', () => {
    const globalId = toGlobalId('Post', newId());

    // @ts-expect-error -- a global id where the id of a row is wanted
    const asRow: RowId = globalId;
    // @ts-expect-error -- a global id would get a type a second time
    const twice: GlobalId = toGlobalId('Post', globalId);

    assert.notEqual(twice, asRow);
  });
});
