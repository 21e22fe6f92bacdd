import type { ReactionCount } from './reaction-mix.ts';

/** Something said in the demo, and what was answered. */
export interface Saying {
  /** The handle of somebody who speaks. */
  by: string;
  /** In the Markdown subset that people write. */
  text: string;
  reactions: ReactionCount;
  answers: readonly Saying[];
  /** What it said before it was edited. */
  before?: string;
  /** Deleted by its author. */
  withdrawn?: true;
}

/** The discussion below a page. */
export interface PageTalk {
  /** The address of the page from the root of the demo intranet, or a plain name. */
  page: string;
  title: string;
  /** The age of the first comment. */
  days: number;
  reactions: ReactionCount;
  comments: readonly Saying[];
}

export interface WallPost extends Saying {
  days: number;
  /** The name of a channel of its wall. */
  channel?: string;
  link?: string;
  pinned?: true;
}

export interface WallTalk {
  /** `company`, `page:` with a key, `person:` with a handle, or `group:` with the key of a group of `groups.json`. */
  wall: string;
  posts: readonly WallPost[];
}
