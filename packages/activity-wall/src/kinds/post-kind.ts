import { capabilities } from '@parvis/core/capability.js';

/** What a kind of post adds to walls. */
export interface PostKind {
  /** Its name in the schema. */
  readonly kind: string;
  /** The path of its icon, on a grid of 24. */
  readonly icon: string;
  /** What is written on the button that begins one: "Add a poll". */
  readonly add: (lang: string) => string;
  /** Shows the content of a post. */
  readonly view: KindTag<ContentView>;
  /** Where the content of a new post is written. */
  readonly editor: KindTag<ContentEditor>;
}

/** An element that comes when it is needed. */
export interface KindTag<E> {
  readonly tag: string;
  readonly load: () => Promise<unknown>;
  /** For the types alone. */
  readonly element?: E;
}

export interface ContentView extends HTMLElement {
  /** Which post. Its fields are in the cache already, and of its content as much as the wall has read. */
  postId: string;
}

/**
 * Each change dispatches `input`, so that a draft is kept.
 *
 * @fires {Event} parvis-content-remove - The writer wants a text without it.
 */
export interface ContentEditor extends HTMLElement {
  /** What is written, as `addPost` takes it: one field, named as the kind. Complete or not. */
  content: Readonly<Record<string, unknown>>;
  /** Whether it can be sent. If not, says why and moves the focus there. */
  checkValidity(): boolean;
}

declare module '@parvis/core/capability.js' {
  interface Capability {
    /** Kinds of posts for walls. A text, with a link or without, is the one that walls have themselves. */
    readonly postKinds?: readonly PostKind[];
  }
}

/** The kinds that packages add to texts. */
export const postKinds = async (): Promise<readonly PostKind[]> =>
  (await capabilities).flatMap((capability) => capability.postKinds ?? []);
