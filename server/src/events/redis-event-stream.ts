import type { Redis } from 'ioredis';
import type { ParvisEvent } from './event.ts';

/** An entry of the stream: an event, or null where events before it may be lost. */
export interface StreamEntry {
  cursor: string;
  event: ParvisEvent | null;
  /** Of all events since the stream began, so that one that is missing is missed. */
  number: number;
}

/** The places of the first and the last entry, and how many events there were. */
export interface Bounds {
  oldest: string;
  latest: string;
  count: number;
}

type RawEntry = [cursor: string, fields: string[]];

const streamKey = '{parvis}:events';
const runKey = '{parvis}:events:run';
const countKey = '{parvis}:events:count';
/** How many events one call puts in at most. */
const batch = 500;

/**
 * Puts events in, and an entry without one where it finds that Redis was started anew or emptied since the last call:
 * what was put in before may be gone.
 */
const script = `
if redis.call('EXISTS', KEYS[1]) == 0 or redis.call('GET', KEYS[2]) ~= ARGV[1] then
  redis.call('XADD', KEYS[1], '*', 'start', ARGV[1], 'number', redis.call('GET', KEYS[3]) or '0')
  redis.call('SET', KEYS[2], ARGV[1])
end
for index = 3, #ARGV do
  redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[2], '*',
    'event', ARGV[index], 'number', redis.call('INCR', KEYS[3]))
end
return {
  redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', 1)[1][1],
  redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1][1],
  redis.call('GET', KEYS[3]) or '0'
}`;

interface RedisWithScript extends Redis {
  parvisEvents(...args: (string | number)[]): Promise<[string, string, string]>;
}

/** The stream of events as Redis has it, over one connection. */
export class RedisEventStream {
  readonly #redis: RedisWithScript;
  readonly #capacity: number;
  /** Which start of Redis this connection leads to. */
  #run: Promise<string> | null = null;

  /** @param capacity - How many entries Redis keeps, at least. */
  constructor(redis: Redis, capacity: number) {
    redis.defineCommand('parvisEvents', { lua: script, numberOfKeys: 3 });
    redis.on('close', () => (this.#run = null));
    this.#redis = redis as RedisWithScript;
    this.#capacity = capacity;
  }

  /** @param events - As JSON. */
  async add(events: readonly string[]): Promise<void> {
    for (let from = 0; from < events.length; from += batch) await this.#call(events.slice(from, from + batch));
  }

  async bounds(): Promise<Bounds> {
    const [oldest, latest, count] = await this.#call([]);
    return { oldest, latest, count: Number(count) };
  }

  /** What comes after a place, waited for; null where nothing does. @param wait - In milliseconds. */
  async after(cursor: string, wait: number): Promise<StreamEntry[] | null> {
    const reply = await this.#redis.xread('COUNT', batch, 'BLOCK', wait, 'STREAMS', streamKey, cursor);
    return reply && (reply[0]![1] as RawEntry[]).map(parseEntry);
  }

  /** What comes after a place, up to another. */
  async between(after: string, upTo: string, limit: number): Promise<StreamEntry[]> {
    const entries = (await this.#redis.xrange(streamKey, `(${after}`, upTo, 'COUNT', limit)) as RawEntry[];
    return entries.map(parseEntry);
  }

  async #call(events: readonly string[]): Promise<[string, string, string]> {
    this.#run ??= this.#redis.info('server').then(runOf);
    let run: string;
    try {
      run = await this.#run;
    } catch (error) {
      this.#run = null;
      throw error;
    }
    return this.#redis.parvisEvents(streamKey, runKey, countKey, run, this.#capacity, ...events);
  }
}

/** Redis makes itself a new one at each start. */
function runOf(info: string): string {
  return /^run_id:(\w+)/m.exec(info)?.[1] ?? '';
}

function parseEntry([cursor, [name, value, , number]]: RawEntry): StreamEntry {
  return { cursor, event: name === 'event' ? (JSON.parse(value!) as ParvisEvent) : null, number: Number(number) };
}
