import type { ReactionCount } from './reaction-mix.ts';

/** Something said in the demo, and what was answered. */
export interface Saying {
  /** The handle of a cast member. */
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
  link?: string;
  pinned?: true;
}

export interface WallTalk {
  wall: string;
  posts: readonly WallPost[];
}

export function say(by: string, text: string, reactions: ReactionCount = 0, ...answers: Saying[]): Saying {
  return { by, text, reactions, answers };
}

export function edited(before: string, saying: Saying): Saying {
  return { ...saying, before };
}

export function withdrawn(saying: Saying): Saying {
  return { ...saying, withdrawn: true };
}

/** A post made so many days ago, with its comments. */
export function post(days: number, saying: Saying, more: Pick<WallPost, 'link' | 'pinned'> = {}): WallPost {
  return { ...saying, days, ...more };
}
