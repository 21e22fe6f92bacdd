import type { Refusal } from '../platform/refusal.ts';
import type { LoggedEvent } from './event.ts';
import type { GlobalId } from '../platform/ids.ts';

/** An event as it goes over the wire: null where there is nothing to tell, `failed` where it could not be read. */
export type Rendered = Buffer | null | 'failed';

/** One way in which events are told. Streams that follow the same things in the same words share one. */
export interface EventRendering {
  /** The same key is the same rendering. */
  readonly key: string;
  /** Events as they are told, in the same order. Each is read and serialised once, however many follow it. */
  render(events: readonly LoggedEvent[]): Promise<Rendered[]>;
  /** Drops the cached renderings, which may be out of date. */
  forget(): void;
  /** Which topics are followed from `cursor` on. */
  subscribed(cursor: string, topics: readonly GlobalId[]): Buffer;
  /** That events before `cursor` are missing. */
  resync(cursor: string): Buffer;
  /** Why the stream ends. */
  refused(refusal: Refusal): Buffer;
}
