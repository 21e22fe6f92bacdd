import { EntityCache, type ParvisClient } from '@parvis/core';
import { newsOf, take } from '@parvis/core/events/news.js';
import { expect } from '@open-wc/testing';

describe('what is news of an event', () => {
  const delivered = { id: 'c', body: 'then', commentCount: 2 };
  let cache: EntityCache;

  beforeEach(() => {
    cache = new EntityCache();
    cache.write({ id: 'c', body: 'now' }, '20-5');
  });

  it('is what came after what is known, field by field', () => {
    expect(newsOf(cache, delivered, '20-4')).to.deep.equal({ id: 'c', commentCount: 2 });
    expect(newsOf(cache, delivered, '20-5')).to.deep.equal({ id: 'c', commentCount: 2 });
    expect(newsOf(cache, delivered, '20-6')).to.deep.equal(delivered);
  });

  it('is all of it where an older answer has come since, or one that does not say from when it is', () => {
    cache.write({ id: 'c', body: 'before' }, '20-3');
    expect(newsOf(cache, delivered, '20-4')).to.deep.equal(delivered);

    cache.write({ id: 'c', body: 'now' }, '20-5');
    cache.write({ id: 'c', body: 'whenever' });
    expect(newsOf(cache, delivered, '20-4')).to.deep.equal(delivered);
  });

  it('stays, whatever responses come later that were read before it', () => {
    take({ cache } as ParvisClient, delivered, '20-6');

    cache.write({ id: 'c', body: 'before', commentCount: 1, viewerCanReply: true }, '20-5');
    expect(cache.get('c')).to.deep.equal({ ...delivered, viewerCanReply: true });
    cache.write({ id: 'c', body: 'as of then', commentCount: 3 }, '20-6');
    expect(cache.get('c')).to.include({ body: 'as of then', commentCount: 3 });
    cache.write({ id: 'c', body: 'by the page itself' });
    expect(cache.get('c')).to.include({ body: 'by the page itself' });
  });
});
