import type { Server } from '../client/server.js';
import { isAfter } from './cursor.js';
import type { StreamedEvent } from './streamed-event.js';
import { Streaming } from './streaming.js';
import type { TabChannel, TabMessage } from './tab-channel.js';
import { Topics, type TopicCursor } from './topics.js';

/** How long topics are gathered before a connection, in ms. */
const GATHERING = 200;
/** How often tabs are asked whether they are there, in ms. Those that have not answered by the next time are gone. */
const ROLL_CALL = 30_000;
/** How many events are kept for tabs that come a little late. */
const MOST_RECENT = 200;
/** What servers let one stream follow; the latest count. */
const MOST_TOPICS = 1_000;

interface Tab {
  topics: Set<string>;
  answered: boolean;
}

/** Holds the connection of all tabs, and tells them what comes over it. */
export class Leader {
  readonly #server: Server;
  readonly #document: string;
  readonly #channel: TabChannel;
  readonly #tabs = new Map<string, Tab>();
  readonly #topics = new Topics();
  readonly #rollCalls: ReturnType<typeof setInterval>;
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #streaming: Streaming | undefined;
  /** What the connection was asked for, and all that it has told after `#floor`. */
  #asked: ReadonlySet<string> = new Set();
  #floor: string | null = null;
  /** Of these, those of which the server tells this viewer nothing. */
  #lost: readonly string[] = [];
  #subscribed: StreamedEvent | undefined;
  #recent: StreamedEvent[] = [];

  constructor(server: Server, document: string, channel: TabChannel) {
    this.#server = server;
    this.#document = document;
    this.#channel = channel;
    channel.say({ type: 'roll' });
    this.#rollCalls = setInterval(() => this.#callRoll(), ROLL_CALL);
  }

  hear(message: TabMessage): void {
    const { type, from } = message;
    if (type === 'who') this.#channel.say({ type: 'lead' });
    if (type === 'gone') this.#drop(from);
    if (type !== 'follow' && type !== 'here') return;
    const { topics } = message;
    const known = this.#tabs.get(from)?.topics ?? new Set();
    const names = topics.map(([topic]) => topic);
    if (type === 'follow') {
      this.#tabs.set(from, { topics: new Set([...known, ...names]), answered: true });
      this.#follow(topics);
    } else {
      this.#tabs.set(from, { topics: new Set(names), answered: true });
      this.#follow(topics.filter(([topic]) => !known.has(topic)));
    }
  }

  stop(): void {
    clearInterval(this.#rollCalls);
    clearTimeout(this.#gathering);
    this.#streaming?.stop();
  }

  /** What comes in addition is had from what is remembered, else from the server. */
  #follow(cursors: readonly TopicCursor[]): void {
    if (!cursors.length) return;
    const added = new Topics();
    for (const [topic, after] of cursors) {
      this.#topics.add(topic, after);
      added.add(topic, after);
    }
    const { oldest } = added;
    const isStreamed = this.#subscribed && cursors.every(([topic]) => this.#asked.has(topic));
    if (!isStreamed || (oldest !== null && this.#floor !== null && isAfter(this.#floor, oldest))) {
      clearTimeout(this.#gathering);
      this.#gathering = setTimeout(() => this.#connect(), GATHERING);
      return;
    }
    const missed = this.#recent.filter(({ cursor }) => oldest !== null && isAfter(cursor!, oldest));
    for (const event of [this.#subscribed!, ...missed]) this.#channel.say({ type: 'event', event });
  }

  #connect(): void {
    if (!this.#tabs.size) return;
    if (this.#streaming) return this.#streaming.restart();
    this.#streaming = new Streaming({
      server: this.#server,
      document: this.#document,
      ask: () => this.#ask(),
      take: (event) => this.#take(event),
    });
  }

  #ask(): { topics: readonly string[]; after: string | null } {
    this.#asked = new Set([...this.#tabs.values()].flatMap(({ topics }) => [...topics]));
    this.#topics.keep(this.#asked);
    this.#floor = this.#topics.oldest;
    this.#recent = [];
    this.#subscribed = undefined;
    return { topics: [...this.#asked].slice(-MOST_TOPICS), after: this.#floor };
  }

  #take(streamed: StreamedEvent): void {
    const { __typename, cursor } = streamed;
    // Of a topic that is not for this viewer nothing will be told either: all that was asked for is streamed.
    const event =
      __typename === 'Subscribed'
        ? { ...streamed, topics: [...this.#asked], lost: this.#lostOf(streamed.topics ?? []) }
        : streamed;
    this.#topics.take(event);
    if (__typename === 'Subscribed') {
      // Tabs that come later have never shown what was lost.
      this.#subscribed = { ...event, lost: [] };
      this.#floor ??= cursor;
    } else if (__typename === 'Resync') {
      this.#recent = [];
      this.#floor = cursor ?? this.#floor;
    } else {
      this.#recent.push(event);
      if (this.#recent.length > MOST_RECENT) this.#floor = this.#recent.shift()!.cursor;
    }
    this.#channel.say({ type: 'event', event });
  }

  /** What the viewer may not follow any more, since the server last said so; perhaps since it was shown. */
  #lostOf(granted: readonly string[]): string[] {
    const before = this.#lost;
    this.#lost = [...this.#asked].filter((topic) => !granted.includes(topic));
    return this.#lost.filter((topic) => !before.includes(topic));
  }

  #callRoll(): void {
    for (const [tab, { answered }] of this.#tabs) if (!answered) this.#drop(tab);
    for (const tab of this.#tabs.values()) tab.answered = false;
    this.#channel.say({ type: 'roll' });
  }

  #drop(tab: string): void {
    this.#tabs.delete(tab);
    if (this.#tabs.size) return;
    this.#streaming?.stop();
    this.#streaming = undefined;
    this.#subscribed = undefined;
  }
}
