import { MessageElection } from '@parvis/core/events/message-election.js';
import { TabChannel } from '@parvis/core/events/tab-channel.js';
import { expect } from '@open-wc/testing';
import { until } from '../../../support/pages/until.ts';

/** A tab that takes part in an election, and does nothing else. */
class Voter {
  leads = false;
  readonly election: MessageElection;
  readonly channel: TabChannel;

  constructor(name: string) {
    this.channel = new TabChannel(name, (message) => {
      this.election.hear(message);
      // As whoever leads answers.
      if (message.type === 'who' && this.leads) this.channel.say({ type: 'lead' });
    });
    this.election = new MessageElection(this.channel, {
      lead: () => {
        this.leads = true;
        this.channel.say({ type: 'roll' });
      },
      follow: () => (this.leads = false),
    });
  }

  disconnect(): void {
    this.leads = false;
    this.channel.say({ type: 'gone' });
    this.channel.close();
    this.election.disconnect();
  }
}

describe('election by messages', () => {
  let voters: Voter[];

  beforeEach(() => {
    const name = `election ${Math.random()}`;
    voters = Array.from({ length: 5 }, () => new Voter(name));
  });
  afterEach(() => {
    for (const voter of voters) voter.disconnect();
  });

  const leaders = () => voters.filter(({ leads }) => leads);
  /** Long after the last message. */
  const settled = () => new Promise((resolve) => setTimeout(resolve, 300));

  it('makes one of the tabs that come at the same time the leader', async () => {
    await until(() => leaders().length > 0, 'somebody leads');
    await until(() => leaders().length === 1, 'one leads');
    await settled();

    expect(leaders().length).to.equal(1);
  });

  it('leaves one of several that believe that they lead: the first in the alphabet', async () => {
    for (const { election } of voters) election.takeOver();
    expect(leaders().length).to.equal(5);

    await until(() => leaders().length === 1, 'one leads');
    await settled();

    expect(leaders().map(({ channel }) => channel.tab)).to.eql([voters.map(({ channel }) => channel.tab).sort()[0]]);
  });

  it('makes another one the leader when the leader goes', async () => {
    await until(() => leaders().length === 1, 'one leads');
    await settled();
    const [first] = leaders();
    voters = voters.filter((voter) => voter !== first);
    first!.disconnect();

    await until(() => leaders().length === 1, 'another one leads');
    await settled();

    expect(leaders().length).to.equal(1);
  });
});
