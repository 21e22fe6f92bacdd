import { isSubjectId, pageDetails, pageKey } from '@parvis/core';
import { expect } from '@open-wc/testing';

const head = (markup: string) => {
  document.head.insertAdjacentHTML('beforeend', markup);
  return document.head.lastElementChild!;
};

describe('page key', () => {
  const added: Element[] = [];
  const address = location.href;

  afterEach(() => {
    for (const element of added.splice(0)) element.remove();
    history.replaceState(null, '', address);
  });

  it('is the address without query, hash, trailing slash and index.html', () => {
    for (const path of ['/news/line-4', '/news/line-4/', '/news/line-4/index.html', '/news/line-4?a=1#b']) {
      history.replaceState(null, '', path);

      expect(pageKey(), path).to.equal(`${location.origin}/news/line-4`);
    }
  });

  it('prefers the subject, then the meta element, then the canonical link', () => {
    added.push(head('<link rel="canonical" href="/canonical/">'));
    expect(pageKey()).to.equal(`${location.origin}/canonical`);

    added.push(head('<meta name="parvis:subject" content="canteen-menu">'));
    expect(pageKey()).to.equal('canteen-menu');

    expect(pageKey('/other/index.html')).to.equal(`${location.origin}/other`);
    expect(pageKey('lunch')).to.equal('lunch');
  });

  it('does not follow <base href>, which often names another page', () => {
    added.push(head('<base href="/elsewhere/deep/">'));

    expect(pageKey('/news')).to.equal(`${location.origin}/news`);
  });

  it('comes with the title of its own page alone', () => {
    expect(pageDetails(pageKey())?.title).to.equal(document.title.trim());
    expect(pageDetails('another-page')).to.equal(undefined);
  });

  it('is told apart from the id of a page, post or comment', () => {
    for (const id of ['Page:x', 'Post:0192', 'Comment:0192'])
      expect(isSubjectId(btoa(id).replace(/=+$/, ''))).to.equal(true);
    for (const key of ['lunch', 'https://a.example/UG9zdDox', 'Postage']) expect(isSubjectId(key)).to.equal(false);
  });
});
