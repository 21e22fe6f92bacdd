import { EntityCache } from '@parvis/core';
import { expect } from '@open-wc/testing';

interface Post {
  id: string;
  reactionCount?: number;
  author?: { id: string; name: string };
}

describe('entity cache', () => {
  let cache: EntityCache;
  let changes: string[][];

  beforeEach(() => {
    cache = new EntityCache();
    changes = [];
    cache.observe((ids) => changes.push([...ids].sort()));
  });

  it('keeps every object that has an id, however deep, and adds up what different answers tell of it', () => {
    cache.write({ wall: { posts: { nodes: [{ id: 'p', reactionCount: 1, author: { id: 'a', name: 'Inès' } }] } } });
    cache.write({ node: { id: 'p', pinnedAt: null } });

    expect(cache.get<Post>('p')).to.deep.include({ reactionCount: 1, pinnedAt: null });
    expect(cache.get('a')).to.deep.equal({ id: 'a', name: 'Inès' });
    expect(changes).to.deep.equal([['a', 'p'], ['p']]);
  });

  it('stays silent when an answer brings nothing new', () => {
    cache.write({ id: 'p', author: { id: 'a', name: 'Inès' } });
    cache.write({ id: 'p', author: { id: 'a', name: 'Inès' } });

    expect(changes).to.have.length(1);
  });

  it('adds up the parts of an entity that have no id of their own', () => {
    cache.write({ id: 'p', body: { tree: ['x'] } });
    cache.write({ id: 'p', body: { source: 'x' } });

    expect(cache.get('p')).to.deep.equal({ id: 'p', body: { tree: ['x'], source: 'x' } });
  });

  it('leaves lists to those who asked for them', () => {
    cache.write({ id: 'p', comments: { pageInfo: {}, nodes: [{ id: 'c' }] } });

    expect(cache.get('p')).to.deep.equal({ id: 'p' });
    expect(cache.get('c')).to.deep.equal({ id: 'c' });
  });

  it('keeps, field by field, from when it knows something', () => {
    cache.write({ id: 'p', reactionCount: 1, author: { id: 'a', name: 'Inès' } }, '1-4');
    cache.write({ id: 'p', reactionCount: 2 }, '1-7');

    expect(cache.asOf('p')).to.deep.include({ reactionCount: '1-7', author: '1-4' });
    expect(cache.asOf('a')).to.deep.include({ name: '1-4' });
    expect(cache.asOf('q')).to.deep.equal({});
  });

  it('shows an optimistic change until it is dropped', () => {
    cache.write({ id: 'p', reactionCount: 1 });

    const layer = cache.patch<Post>('p', { reactionCount: 2 });
    expect(cache.get<Post>('p')?.reactionCount).to.equal(2);

    layer.drop();
    layer.drop();
    expect(cache.get<Post>('p')?.reactionCount).to.equal(1);
    expect(changes).to.have.length(3);
  });

  it('knows the lists of a name for as long as they are on screen', () => {
    const host = Object.assign(document.createElement('div'), { updateComplete: Promise.resolve() });
    const ends = { hasPrevious: false, hasNext: false, insertAt: 'end' } as const;
    const list = { host, ids: [], held: new Set<string>(), ...ends, add: () => {}, remove: () => {} };

    const stop = cache.nameList('comments:p', list);

    expect([...cache.lists('comments:p')]).to.deep.equal([list]);
    expect([...cache.lists('comments:q')]).to.deep.equal([]);
    stop();
    expect([...cache.lists('comments:p')]).to.deep.equal([]);
  });
});
