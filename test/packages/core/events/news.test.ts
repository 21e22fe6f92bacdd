import { EntityCache } from '@parvis/core';
import { newsOf } from '@parvis/core/events/news.js';
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
});
