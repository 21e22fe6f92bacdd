import type { Server } from '../client/server.js';
import type { Election } from './election.js';
import { Leader } from './leader.js';
import { leading } from './leading.js';
import { LockElection } from './lock-election.js';
import { MessageElection } from './message-election.js';
import { shownSince } from './shown-since.js';
import type { EventHandlers, StreamedEvent } from './streamed-event.js';
import { TabChannel, type TabMessage } from './tab-channel.js';
import { DeliveredEvents } from './delivered-events.js';
import { Topics, type TopicCursor } from './topics.js';

/** Something that is shown. */
export interface Follow {
  /** The id of a page, post, comment or wall. */
  readonly topic: string;
  /** Since when (`performance.now()`). */
  readonly at: number;
}

/** What happens on a server to what one client shows. All tabs of a browser that see the same share one connection. */
export class EventStream {
  readonly #server: Server;
  readonly #name: string;
  readonly #handlers: EventHandlers;
  readonly #topics = new Topics();
  readonly #delivered = new DeliveredEvents();
  readonly #seen = new WeakSet<object>();
  readonly #closed = new AbortController();
  #channel: TabChannel | undefined;
  #election: Election | undefined;
  #leader: Leader | undefined;
  #looks: ReturnType<typeof setInterval> | undefined;
  #heard = false;
  #asked = false;

  /** @param viewer - Who asks: nobody's stream is shared with somebody else. */
  constructor(server: Server, viewer: string | null, handlers: EventHandlers) {
    this.#server = server;
    this.#handlers = handlers;
    // The name of this file in a bundle changes with what is in it: other versions may ask for other fields.
    this.#name = ['parvis', import.meta.url.replace(/.*\//, ''), server.endpoint, viewer].join(' ');
    const { signal } = this.#closed;
    addEventListener('pagehide', this.#disconnect, { signal });
    addEventListener('pageshow', this.#join, { signal });
    document.addEventListener('freeze', this.#disconnect, { signal });
    document.addEventListener('resume', this.#join, { signal });
    this.#join();
  }

  /** Follows the topics of these, and no others. */
  follow(follows: readonly Follow[]): void {
    this.#topics.keep(new Set(follows.map(({ topic }) => topic)));
    const cursors: TopicCursor[] = [];
    for (const follow of follows) {
      if (this.#seen.has(follow)) continue;
      this.#seen.add(follow);
      const { recent, last } = shownSince(this.#server.answered, follow.at);
      // What is followed already is up to date, but for what has just been read anew.
      if (this.#topics.has(follow.topic) && !recent) continue;
      const after = recent ?? last ?? null;
      this.#topics.add(follow.topic, after);
      if (after) this.#delivered.forget(after);
      cursors.push([follow.topic, after]);
    }
    if (cursors.length) this.#channel?.say({ type: 'follow', topics: cursors });
  }

  close(): void {
    this.#closed.abort();
    this.#disconnect();
  }

  /** Also after the page was put away, or asleep: where it was is where it goes on. */
  readonly #join = (): void => {
    if (this.#channel) return;
    const candidate = { lead: () => this.#lead(), follow: () => this.#step() };
    const channel = new TabChannel(this.#name, (message) => this.#hear(message));
    this.#channel = channel;
    this.#election = navigator.locks
      ? new LockElection(this.#name, candidate)
      : new MessageElection(channel, candidate);
    if (this.#topics.cursors.length) channel.say({ type: 'follow', topics: this.#topics.cursors });
    this.#looks = setInterval(() => this.#look(), this.#election.timeout);
  };

  readonly #disconnect = (): void => {
    clearInterval(this.#looks);
    this.#step();
    this.#channel?.say({ type: 'gone' });
    this.#channel?.close();
    this.#channel = undefined;
    this.#election?.disconnect();
  };

  #lead(): void {
    this.#leader ??= new Leader(this.#server, this.#handlers.document, this.#channel!);
    leading.add(this.#server);
  }

  #step(): void {
    this.#leader?.stop();
    this.#leader = undefined;
    leading.delete(this.#server);
  }

  #hear(message: TabMessage): void {
    if (this.#election instanceof MessageElection) this.#election.hear(message);
    this.#leader?.hear(message);
    const { type } = message;
    if (type === 'event' || type === 'lead' || type === 'roll') this.#heard = true;
    if (type === 'roll') this.#channel?.say({ type: 'here', topics: this.#topics.cursors });
    if (type === 'event') this.#take(message.event);
  }

  #take(event: StreamedEvent): void {
    const { __typename, cursor } = event;
    if (__typename === 'Subscribed' || __typename === 'Resync') this.#topics.take(event);
    if (__typename === 'Subscribed') {
      this.#handlers.connected?.();
      for (const topic of event.lost ?? []) if (this.#topics.has(topic)) this.#handlers.lost?.(topic);
    }
    if (__typename === 'Resync') return this.#handlers.resync();
    if (__typename === 'Subscribed' || cursor === null || !this.#delivered.isNew(cursor)) return;
    this.#topics.take(event);
    try {
      this.#handlers.apply(event);
    } catch (reason) {
      reportError(reason);
    }
  }

  /** Timers of tabs that nobody sees run slowly, answers do not: so it is asked, and not waited for a sign of life. */
  #look(): void {
    if (this.#leader) return;
    if (this.#heard) {
      this.#heard = this.#asked = false;
    } else if (this.#asked) {
      this.#asked = false;
      this.#election?.takeOver();
    } else {
      this.#asked = true;
      this.#channel?.say({ type: 'who' });
    }
  }
}
