import { type ParvisClient } from '@parvis/core';
import { expect } from '@open-wc/testing';
import { startServer, uniqueKey, type TestServer } from '../../../support/browser/server.ts';
import { until } from '../../../support/pages/until.ts';
import { writeComments } from '../../comment-thread/thread-writing.ts';
import { readPage, StreamWatch, Tab } from './tab.ts';

for (const [how, hasLocks] of [
  ['by locks', true],
  ['by messages', false],
] as const) {
  describe(`event stream, its leader elected ${how}`, () => {
    let server: TestServer;
    let watch: StreamWatch;
    let writer: ParvisClient;
    let tabs: Tab[];
    let key: string;
    let topic: string;

    before(async () => {
      server = await startServer();
    });

    beforeEach(async () => {
      if (!hasLocks) Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
      watch = new StreamWatch();
      writer = server.client('nadia.benali');
      tabs = [];
      key = uniqueKey();
      topic = await readPage(writer, key);
    });

    afterEach(() => {
      for (const tab of tabs) tab.close();
      watch.restore();
      if (!hasLocks) delete (navigator as { locks?: LockManager }).locks;
    });

    /** A tab of one browser that has read the page. */
    const open = async (viewer = 'paul', handle = 'paul.lefevre') => {
      const client = server.client(handle);
      await readPage(client, key);
      const tab = new Tab(client, `${viewer} ${key}`, topic);
      tabs.push(tab);
      return tab;
    };
    const write = (...texts: string[]) => writeComments(writer, topic, ...texts);
    const all = (...texts: string[]) =>
      until(() => tabs.every(({ comments }) => texts.every((text) => comments.includes(text))), texts.join());

    it('tells what happened between the answer that is shown and the following of it', async () => {
      const client = server.client('paul.lefevre');
      await readPage(client, key);
      await write('between');
      tabs.push(new Tab(client, key, topic));
      await all('between');
      await write('after');
      await all('after');

      expect(tabs[0]!.comments).to.deep.equal(['between', 'after']);
    });

    it('shares one connection among tabs, and tells each everything once', async () => {
      await Promise.all([open(), open(), open(), open()]);

      await write('a', 'b', 'c');
      await all('a', 'b', 'c');

      expect(watch.open).to.equal(1);
      for (const { comments } of tabs) expect(comments).to.deep.equal(['a', 'b', 'c']);
    });

    it('shares nothing with somebody else', async () => {
      const paul = await open();
      const ines = await open('ines', 'ines.carpentier');

      await write('a');
      await all('a');

      expect(watch.open).to.equal(2);
      expect([paul.comments, ines.comments]).to.deep.equal([['a'], ['a']]);
    });

    it('goes on with another leader when the first goes, without loss', async () => {
      await open();
      await write('a');
      await all('a');
      await Promise.all([open(), open()]);
      await write('b');
      await all('b');

      const [first, ...others] = tabs;
      first!.close();
      await write('c');
      tabs = others;
      await all('c');

      for (const { comments } of others) expect(comments).to.deep.equal(['b', 'c']);
      expect(watch.open).to.equal(1);
    });

    it('gives a tab that read earlier what it missed, and the others nothing twice', async () => {
      const client = server.client('paul.lefevre');
      await readPage(client, key);
      await open();
      await write('a', 'b');
      await all('a', 'b');

      tabs.push(new Tab(client, `paul ${key}`, topic));
      await all('a', 'b');
      await write('c');
      await all('c');

      for (const { comments } of tabs) expect(comments).to.deep.equal(['a', 'b', 'c']);
    });

    it('adds the topics of all tabs to one connection', async () => {
      const tab = await open();
      await write('a');
      await all('a');
      const other = await readPage(tab.client, uniqueKey());
      tab.follow(other);
      await until(() => watch.asked.at(-1)!.topics.length === 2, 'both topics');
      await writeComments(writer, other, 'b');
      await write('c');
      await all('b', 'c');

      // What was read a moment ago may be older than the first event: in doubt it is told again.
      expect([...new Set(tab.comments)]).to.deep.equal(['a', 'b', 'c']);
      await until(() => watch.open === 1, 'one connection');
    });

    it('misses nothing and tells nothing twice while the connection is cut again and again', async () => {
      await Promise.all([open(), open()]);
      await write('start');
      await all('start');
      const texts = Array.from({ length: 20 }, (_, i) => `text ${i}`);

      for (const text of texts) {
        await write(text);
        watch.cut();
      }
      await all(...texts);

      for (const { comments } of tabs) expect(comments).to.deep.equal(['start', ...texts]);
    });

    it('says so where more was missed than can be told', async () => {
      const client = server.client('paul.lefevre');
      await readPage(client, key);
      client.answered[0]![1] = '1-1';
      tabs.push(new Tab(client, key, topic));
      await until(() => tabs[0]!.resyncs > 0, 'a resync');
      await write('a');
      await all('a');

      expect(tabs[0]!.resyncs).to.equal(1);
    });

    it('ends its connection when nobody follows anything any more', async () => {
      const [one, other] = await Promise.all([open(), open()]);
      await write('a');
      await all('a');

      one.close();
      other.close();

      await until(() => watch.open === 0, 'no connection');
    });
  });
}
