import { graphql, linkedTarget, pageDetails, pageKey, permalink } from '@parvis/core';
import { sharedAddress } from '@parvis/core/menu/copy-text.js';
import { expect } from '@open-wc/testing';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { keptApart, sameOnBothSides } from '../../support/subjects/page-addresses.ts';

const PAGES = graphql(`
  query TestPageKeys($keys: [String!]!) {
    pages(keys: $keys) {
      key
    }
  }
`);

const head = (markup: string) => {
  document.head.insertAdjacentHTML('beforeend', markup);
  return document.head.lastElementChild!;
};

describe('page key', () => {
  const added: Element[] = [];
  const address = location.href;
  const home = location.origin;
  let server: TestServer;

  before(async () => (server = await startServer()));
  afterEach(() => {
    for (const element of added.splice(0)) element.remove();
    history.replaceState(null, '', address);
  });

  /** What the server takes each for, or the reason why it does not. */
  const asTaken = async (...keys: string[]) => {
    const client = server.client();
    return Promise.all(
      keys.map((key) =>
        client.load(PAGES, key).then(
          (page) => page.key,
          (reason: Error) => reason.message,
        ),
      ),
    );
  };
  const canonical = (href: string) => {
    const link = head('<link>') as HTMLLinkElement;
    link.rel = 'canonical';
    link.setAttribute('href', href);
    added.push(link);
    return link;
  };

  it('is for the server what the address is: as a subject, in a canonical link, and in the address bar but for its query', async () => {
    const sent: string[] = [];
    const expected: string[] = [];
    for (const [written, kept] of sameOnBothSides) {
      sent.push(pageKey(home + written));
      expected.push(home + kept);

      const link = canonical(home + written);
      sent.push(pageKey());
      expected.push(home + kept);
      link.remove();

      history.replaceState(null, '', home + written);
      sent.push(pageKey());
      expected.push(home + kept.replace(/\?[^#]*/, ''));
    }

    expect(await asTaken(...sent)).to.eql(expected);
  });

  it('keeps apart what may be another page', async () => {
    for (const [one, other] of keptApart) {
      const [first, second] = await asTaken(pageKey(home + one), pageKey(home + other));
      expect(first, one).not.to.equal(second);
    }
  });

  it('prefers the subject, then the meta element, then the canonical link', () => {
    canonical('/canonical/?id=5');
    expect(pageKey()).to.equal(`${home}/canonical?id=5`);

    added.push(head('<meta name="parvis:subject" content="canteen-menu">'));
    expect(pageKey()).to.equal('canteen-menu');

    expect(pageKey('/other?id=1')).to.equal(`${home}/other?id=1`);
    expect(pageKey('lunch')).to.equal('lunch');
    expect(pageKey('  ')).to.equal('canteen-menu');
  });

  it('is the page’s own where the canonical link is on an origin that the server does not take, or is no address', async () => {
    history.replaceState(null, '', '/own/?utm_source=mail');
    for (const href of ['https://www.example.com/news/', 'http://[', 'javascript:void 0', '', '#']) {
      const link = canonical(href);
      const [key] = await asTaken(pageKey());
      expect(key, href).to.equal(href === '#' ? `${home}/own?utm_source=mail`.replace(/\?.*/, '') : `${home}/own`);
      link.remove();
    }
  });

  it('is that of a canonical link on another origin that the server takes', async () => {
    const both = await startServer({ PARVIS_ORIGINS: `${home},https://main.example.org` });
    canonical('https://main.example.org/news?id=4');

    const { key } = await both.client().load(PAGES, pageKey());

    expect(key).to.equal('https://main.example.org/news?id=4');
  });

  it('does not follow <base href>, which often names another page', () => {
    added.push(head('<base href="/elsewhere/deep/">'));

    expect(pageKey('/news')).to.equal(`${home}/news`);
    expect(pageKey().startsWith(`${home}/elsewhere`)).to.equal(false);
  });

  it('never throws: what is no key, the server refuses with a reason', async () => {
    const subjects = ['http://[', 'https://', '/\\[', '{{ node.id }}', 'two words', 'file:///a', 'x'.repeat(1_001)];

    for (const reason of await asTaken(...subjects.map((subject) => pageKey(subject))))
      expect(reason).to.match(/is no|characters|not served here|127\.0\.0\.1|localhost/);
  });

  /** What a frame without an address takes for its page, and a subject for. */
  const keysIn = async (markup: string): Promise<string[]> => {
    const module = performance
      .getEntriesByType('resource')
      .find(({ name }) => name.includes('/page/page-key.ts'))!.name;
    // In the frame itself: one in a sandbox may load nothing from here.
    const source = (await (await fetch(module)).text()).replaceAll(/^export /gm, '');
    const inside = new Promise<string[]>((resolve) =>
      addEventListener('message', ({ data }) => resolve(data as string[]), { once: true }),
    );
    added.push(document.body.appendChild(document.createRange().createContextualFragment(markup).firstElementChild!));
    const script = `${source}\nparent.postMessage([pageKey(), pageKey('${home}/a?id=1')], '*');`;
    (added.at(-1) as HTMLIFrameElement).srcdoc = `<!doctype html><script type="module">${script}</script>`;
    return asTaken(...(await inside));
  };

  it('is that of the page around an <iframe srcdoc>, whatever its base is', async () => {
    history.replaceState(null, '', '/news/4?utm_source=mail#top');
    added.push(head('<base href="/elsewhere/">'));

    expect(await keysIn('<iframe></iframe>')).to.eql([`${home}/news/4`, `${home}/a?id=1`]);
  });

  it('is none in an <iframe srcdoc> that may not read the page around it: the server says that a subject is needed', async () => {
    const [without, withSubject] = await keysIn('<iframe sandbox="allow-scripts"></iframe>');

    expect(without).to.match(/no address of its own.*give the tag a subject/);
    expect(withSubject).to.equal(`${home}/a?id=1`);
  });

  it('comes with the title of its own page alone, and never with another address than the key', () => {
    history.replaceState(null, '', '/news/4?utm_source=mail&token=secret#top');

    expect(pageDetails(pageKey())).to.eql({ title: document.title.trim(), url: `${home}/news/4` });
    expect(pageDetails('another-page')).to.eql({ url: 'another-page' });
  });

  it('is the id of a post or comment as it is, which the server tells from the key of a page', () => {
    for (const id of ['UG9zdDowMTky', 'Q29tbWVudDowMTky']) expect(pageKey(id)).to.equal(id);
  });
});

describe('a link to a comment or post', () => {
  const address = location.href;
  const [comment, post] = ['Comment:01', 'Post:02'].map((id) => btoa(id).replace(/=+$/, '')) as [string, string];
  afterEach(() => history.replaceState(null, '', address));

  it('leads there by the hash, or by the query where the hash is a route', () => {
    for (const [at, kind, id, link] of [
      ['/news/4', 'comment', comment, `/news/4#comment-${comment}`],
      ['/news/4?id=3#top', 'post', post, `/news/4?id=3#post-${post}`],
      ['/app#/news/1', 'comment', comment, `/app?comment=${comment}#/news/1`],
      ['/app?comment=5#!/news/1?tab=2', 'post', post, `/app?post=${post}&comment=5#!/news/1?tab=2`],
    ] as const) {
      history.replaceState(null, '', at);
      expect(linkedTarget(), at).to.eql({});
      expect(permalink(kind, id)).to.equal(location.origin + link);

      history.replaceState(null, '', link);
      expect(linkedTarget(), link).to.eql({ [kind]: id });
    }
  });

  it('is copied without what readers and trackers have added to the address', () => {
    for (const [at, shared] of [
      ['/news/4?token=secret&utm_source=mail#top', '/news/4#top'],
      ['/?p=5&PHPSESSID=1&fbclid=2', '/?p=5'],
      ['/?access_token=a&p=5&jsessionid=1', '/?p=5'],
      ['/app?utm_medium=mail#/news/1', '/app#/news/1'],
      ['/agenda?session=5&day=2', '/agenda?session=5&day=2'],
      ['/a?b=token&c', '/a?b=token&c'],
      ['/plain', '/plain'],
    ] as const)
      expect(sharedAddress(location.origin + at), at).to.equal(location.origin + shared);
  });
});
