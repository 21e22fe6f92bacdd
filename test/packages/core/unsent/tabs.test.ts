import { expect } from '@open-wc/testing';
import { Outbox } from '@parvis/core/unsent/outbox.js';
import { inTurn, unlessTaken } from '@parvis/core/unsent/tab-lock.js';
import { Network } from '../../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../../support/browser/server.ts';
import { until } from '../../../support/pages/until.ts';
import { ADD_COMMENT, pageId, storedComments } from '../../comment-thread/thread-writing.ts';
import { kept } from './kept-texts.ts';

/** On plain-http intranets there is no `navigator.locks`. */
const withoutLocks = () => {
  const locks = Object.getOwnPropertyDescriptor(Navigator.prototype, 'locks')!;
  Reflect.deleteProperty(Navigator.prototype, 'locks');
  return () => Object.defineProperty(Navigator.prototype, 'locks', locks);
};

for (const { title, prepare } of [
  { title: 'with Web Locks', prepare: () => () => {} },
  { title: 'on a plain-http page', prepare: withoutLocks },
]) {
  describe(`unsent texts and several tabs, ${title}`, () => {
    let server: TestServer;
    let network: Network;
    let restore: () => void;
    let tabs: Outbox[];

    before(async () => (server = await startServer()));
    beforeEach(() => {
      restore = prepare();
      network = new Network();
      tabs = [];
    });
    afterEach(() => {
      for (const tab of tabs) tab.stop();
      network.restore();
      localStorage.clear();
      restore();
    });

    const openTab = async () => {
      const client = server.client('paul.lefevre');
      await client.session();
      const tab = new Outbox(client);
      tabs.push(tab);
      return tab;
    };

    it('are sent by one of them', async () => {
      const key = uniqueKey();
      const subjectId = await pageId(server.client(), key);
      const [writer] = await Promise.all([openTab(), openTab(), openTab(), openTab()]);
      network.cut();
      const letter = { place: key, subjectId, list: 'none', mutation: ADD_COMMENT as never };
      const isSent = await writer.send({ ...letter, input: { subjectId, body: 'From one tab' } });
      expect(isSent).to.equal(false);
      const attempts = network.count('AddTestComment(');

      network.intercept = undefined;
      for (const tab of tabs) tab.hurry();
      dispatchEvent(new Event('online'));
      await until(() => !kept().length, 'it is sent');

      expect(network.count('AddTestComment(') - attempts).to.equal(1);
      expect(await storedComments(server.client(), key)).to.eql(['From one tab']);
    });

    it('are left to the tab that sends them for the first time', async () => {
      const key = uniqueKey();
      const subjectId = await pageId(server.client(), key);
      const [writer, other] = await Promise.all([openTab(), openTab()]);
      const release = network.hold();
      const letter = { place: key, subjectId, list: 'none', mutation: ADD_COMMENT as never };
      const sending = writer.send({ ...letter, input: { subjectId, body: 'Under way' } });
      await until(() => network.count('AddTestComment(') === 1, 'it is under way');

      other.hurry();
      // Turns of its own take as long as those of the other tab.
      for (let i = 0; i < 3; i++) await unlessTaken('another turn', () => Promise.resolve());
      expect(kept().map(({ isWaiting }) => isWaiting)).to.eql([false]);
      release();

      expect(await sending).to.equal(true);
      expect(network.count('AddTestComment(')).to.equal(1);
      expect(kept()).to.eql([]);
    });

    it('take turns, and are not kept waiting by work that failed', async () => {
      const log: string[] = [];
      let finish!: () => void;
      const first = inTurn('a test', async () => {
        log.push('one');
        await new Promise<void>((resolve) => (finish = resolve));
        throw new Error('failed');
      });
      await until(() => log.length === 1, 'one is at it');

      const wasFree = await unlessTaken('a test', () => Promise.resolve(void log.push('never')));
      const second = inTurn('a test', () => Promise.resolve(void log.push('two')));
      finish();
      await first.catch(() => log.push('failure'));
      await second;

      expect(wasFree).to.equal(false);
      expect(log).to.have.members(['one', 'failure', 'two']);
    });
  });
}
