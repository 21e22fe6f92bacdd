import type { Candidate, Election } from './election.js';
import type { TabChannel, TabMessage } from './tab-channel.js';

/** How long a newcomer waits for the leader to say so, and how long tabs let each other go first when it has gone. In ms. */
const ANSWER = 1_000;
const COURTESY = 200;

/**
 * Elects a leader where there are no locks, on pages that came by plain http: who hears of none makes itself one. Where two
 * do so at once, the one whose name comes first in the alphabet stays.
 */
export class MessageElection implements Election {
  readonly timeout = 5_000;
  readonly #channel: TabChannel;
  readonly #candidate: Candidate;
  #leader: string | undefined;
  #claim: ReturnType<typeof setTimeout> | undefined;

  constructor(channel: TabChannel, candidate: Candidate) {
    this.#channel = channel;
    this.#candidate = candidate;
    channel.say({ type: 'who' });
    this.#claimIn(ANSWER + Math.random() * COURTESY);
  }

  hear({ type, from }: TabMessage): void {
    const { tab } = this.#channel;
    if (from === tab) return;
    if (type === 'gone' && from === this.#leader) {
      // Timers of a tab that nobody sees may come late; one that somebody sees is the better leader too.
      this.#claimIn(Math.random() * COURTESY + (document.hidden ? COURTESY : 0));
    }
    if (type !== 'lead' && type !== 'roll') return;
    clearTimeout(this.#claim);
    if (this.#leader !== tab) this.#leader = from;
    else if (from < tab) {
      this.#leader = from;
      this.#candidate.follow();
    } else this.#channel.say({ type: 'lead' });
  }

  takeOver(): void {
    clearTimeout(this.#claim);
    if (this.#leader === this.#channel.tab) return;
    this.#leader = this.#channel.tab;
    this.#candidate.lead();
  }

  disconnect(): void {
    clearTimeout(this.#claim);
  }

  #claimIn(delay: number): void {
    clearTimeout(this.#claim);
    this.#claim = setTimeout(() => this.takeOver(), delay);
  }
}
