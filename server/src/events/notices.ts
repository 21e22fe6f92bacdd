import type { Executor } from '../database/connect.ts';
import type { Audience, Audienced } from '../platform/audience.ts';
import type { RowId } from '../platform/ids.ts';
import type { ParvisEvent } from './event.ts';

/**
 * What people are told of, by the name of its kind. A module adds its own:
 * `declare module '…/events/notices.ts' { interface NoticeKinds { REPLIED: true } }`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- modules fill it
export interface NoticeKinds {}
export type NoticeKind = keyof NoticeKinds & string;

/** What a notice is about, or what people follow: the name of its GraphQL type, and the id of its row. */
export interface Thing<Type extends string = string> {
  readonly type: Type;
  readonly id: RowId;
}

/** What people can follow. */
export type Followed = Thing<'Page' | 'Post' | 'Person' | 'Group'>;

/** How much it matters: what one may know, what waits for an answer, what cannot wait. */
export const noticeLevels = ['INFORMATION', 'ACTION', 'URGENT'] as const;
export type NoticeLevel = (typeof noticeLevels)[number];

/** How a notice comes to somebody, the most first; all but NEVER put it into their inbox. */
export const deliveries = ['MAIL', 'DIGEST', 'HERE', 'NEVER'] as const;
export type Delivery = (typeof deliveries)[number];

/** The languages in which notices are said. The first one is for everybody else. */
export const noticeLanguages = ['en', 'fr'] as const;
export type NoticeLanguage = (typeof noticeLanguages)[number];

/** What the sentence of a notice is made of. */
export interface NoticeWords {
  /** Who did it: “Nadia Benali and 2 others”. */
  readonly people: string;
  /** How many they are. */
  readonly count: number;
  /** Where: the title of a page, the name of a group; null where that has no name. */
  readonly place: string | null;
}

/** The French “has” or “have” of those who did it. */
export function frenchHas({ count }: NoticeWords): 'a' | 'ont' {
  return count > 1 ? 'ont' : 'a';
}

/** One kind of notice. */
export interface NoticeDeclaration {
  readonly level: NoticeLevel;
  /** How it comes to who chose nothing else. */
  readonly delivery: Delivery;
  /** What the kind is called where people choose how it comes to them, in each language: “Replies to your comments”. */
  readonly label: Readonly<Record<NoticeLanguage, string>>;
  /** In one sentence without a full stop, in each language. */
  readonly say: Readonly<Record<NoticeLanguage, (words: NoticeWords) => string>>;
}

/** How much somebody wants to hear of something at least, for this to be told to them. See `FollowLevel`. */
export type NeededLevel = 'ALL' | 'ANSWERS' | 'MENTIONS';

/** Who is told: some people, the members of a group, or all who follow one of these. */
export type Receivers =
  readonly RowId[] | { readonly membersOf: RowId } | { readonly followersOf: readonly Followed[] };

/** People to be told of an act in one way. */
export interface Telling {
  readonly kind: NoticeKind;
  /** Acts of one kind that are about the same thing are one notice. */
  readonly thing: Thing;
  /** The followers are the last ones. */
  readonly to: Receivers;
  readonly needs: NeededLevel;
}

/** Something that somebody did. */
export interface Act {
  /** Its own, whatever it is. */
  readonly id: string;
  readonly actorId: RowId;
  /** When they did it: who follows something since later is not told. */
  readonly at: number;
  /** The comment or post that it leads to. */
  readonly subjectId: RowId | null;
  /** What it happened at, whose readers may be told: null where the kinds know that. */
  readonly root: (Audienced & Thing<'Page' | 'Post'>) | null;
  /** Where there is no root: what it is about, and who may be told; null for the people themselves, whatever they may read. */
  readonly about?: { readonly place: Followed; readonly audience: Audience | null };
  /** Who is told what; whoever is told one thing is not told the next. None for an act that is undone. */
  readonly tellings: readonly Telling[];
  /** Who follows the root from now on, because of it. */
  readonly followers: readonly RowId[];
}

/** What a job keeps of an event. The people are those whom it concerns: mostly who caused it. */
export type NoticedEvent = Pick<ParvisEvent, 'type' | 'subject' | 'people'>;

/** How a module tells of what happens in it. */
export interface NoticeSource {
  /**
   * What stands now of the acts of an event, and who is to be told. It may be asked more than once, and later than another
   * event about the same.
   */
  acts(trx: Executor, event: NoticedEvent): Promise<Act[]>;
  /** Who may read more or less of what they were told because of the event: it is counted again for them. */
  readersChanged?(event: NoticedEvent): readonly RowId[];
}
