import type { DatabaseConnection } from '../../../database/connect.ts';
import type { NoticeDeclaration, NoticeKind, NoticeLanguage } from '../../../events/notices.ts';
import type { Recipient } from '../../../mail/outgoing/mail-composer.ts';
import { alsoEmployees, restrictions } from '../../../platform/audience.ts';
import type { RowId } from '../../../platform/ids.ts';
import { audiencesOf, readable } from '../../../platform/readable.ts';
import type { SignedInViewer } from '../../../platform/viewer.ts';
import type { GroupService } from '../../groups/index.ts';
import type { PeopleService } from '../../people/index.ts';
import {
  isAuthored,
  permalink,
  type Place,
  type StoredSubject,
  type SubjectKind,
  type SubjectService,
} from '../../subjects/index.ts';
import { excerptOf } from '../notice-subject.ts';
import { mostNamed, sentence } from '../notice-words.ts';
import * as store from './mailing-store.ts';

/** What a mail is to tell: notices, and how far mails have told of each before. */
export interface NewsRequest {
  readonly notices: readonly (readonly [noticeId: RowId, after: number])[];
}

/** One notice, as a mail tells it. */
export interface News {
  readonly kind: NoticeKind;
  /** Whether it is for whoever follows something, rather than for this person. */
  readonly isFollowed: boolean;
  /** In one sentence. */
  readonly text: string;
  /** The last one who did it. */
  readonly author: { readonly id: RowId; readonly name: string } | null;
  readonly peopleCount: number;
  /** What it leads to. */
  readonly subject: { readonly type: SubjectKind; readonly id: RowId } | null;
  readonly excerpt: string | null;
  /** All that is written there. */
  readonly words: string | null;
  readonly at: number;
  readonly url: string | null;
  readonly root: store.Untold['root'];
  /** Whether only some may read it: then a mail, which others may see, says no more than that there is something. */
  readonly isRestricted: boolean;
}

const restrictedWords: Readonly<Record<NoticeLanguage, string>> = {
  en: 'There is news in a restricted place',
  fr: 'Il y a du nouveau dans un espace restreint',
};

/** Reads what mails tell, as it stands now. */
export class NewsReader {
  readonly #database: DatabaseConnection;
  readonly #people: PeopleService;
  readonly #groups: GroupService;
  readonly #subjects: SubjectService;
  readonly #kinds: ReadonlyMap<NoticeKind, NoticeDeclaration>;

  constructor(parts: {
    database: DatabaseConnection;
    people: PeopleService;
    groups: GroupService;
    subjects: SubjectService;
    kinds: ReadonlyMap<NoticeKind, NoticeDeclaration>;
  }) {
    this.#database = parts.database;
    this.#people = parts.people;
    this.#groups = parts.groups;
    this.#subjects = parts.subjects;
    this.#kinds = parts.kinds;
  }

  /** What somebody may still read of it, and has not seen or read meanwhile. */
  async read(recipient: Recipient, { notices }: NewsRequest, unless: store.Unless): Promise<News[]> {
    const { viewer } = recipient;
    const after = new Map(notices);
    const request = { audiences: await audiencesOf(viewer), unless, which: { ids: [...after.keys()] } };
    const untold = await store.findUntold(this.#database.db, viewer.id, request);
    const news = untold.map((each) => this.#news(recipient, each, after.get(each.id)!));
    return (await Promise.all(news)).filter((each) => each !== null);
  }

  async #news(
    { viewer, language }: Recipient,
    { id, kind, root, at, lastAt }: store.Untold,
    after: number,
  ): Promise<News | null> {
    const acts = await store.findActsAfter(this.#database.db, viewer.id, id, after);
    const declaration = this.#kinds.get(kind);
    const [last] = acts;
    if (!last || !declaration) return null;
    const actorIds = [...new Set(acts.map(({ actorId }) => actorId))];
    const people = await this.#people.byIds(actorIds.slice(0, mostNamed));
    const names = actorIds.flatMap((actorId) => people.get(actorId)?.name ?? []);
    const subject = await readable(viewer, await this.#subjectOf(last));
    const place = subject && (await this.#subjects.places.of([subject])).get(subject.rowId);
    const name = subject ? (place?.name ?? null) : await this.#groupName(viewer, at);
    const isRestricted = subject !== null && isForSome(subject);
    const words = { names, count: actorIds.length, place: name };
    return {
      ...{ kind, root, isRestricted },
      isFollowed: declaration.delivery === 'DIGEST',
      text: isRestricted ? restrictedWords[language] : sentence(declaration, language, words),
      author: isRestricted ? null : (people.get(last.actorId) ?? null),
      peopleCount: actorIds.length,
      subject: subject && { type: subject.kind, id: subject.rowId },
      excerpt: isRestricted ? null : excerptOf(subject),
      words: isRestricted ? null : wordsOf(subject),
      at: subject && isAuthored(subject) ? subject.createdAt : lastAt,
      url: subject && urlOf(subject, place),
    };
  }

  /** Of the group that it is about. What is hidden is named in no mail. */
  async #groupName(viewer: SignedInViewer, at: store.Untold['at']): Promise<string | null> {
    if (at?.type !== 'Group') return null;
    const group = (await this.#groups.finder.byIds(viewer, [at.id])).get(at.id);
    return group && group.visibility !== 'HIDDEN' ? group.name : null;
  }

  async #subjectOf({ subjectKind, subjectId }: store.ToldAct): Promise<StoredSubject | null> {
    if (subjectKind === null || subjectId === null) return null;
    return (await this.#subjects.byRowIds(subjectKind, [subjectId])).get(subjectId) ?? null;
  }
}

/** The employees are all who read what is said to the company. */
function isForSome(subject: StoredSubject): boolean {
  return restrictions(subject).some((each) => each !== 'employees' && !each.startsWith(alsoEmployees));
}

function wordsOf(subject: StoredSubject | null): string | null {
  return subject && isAuthored(subject) && subject.deletedAt === null ? subject.body.text : null;
}

/** Mails lead to http and https only. */
function urlOf(subject: StoredSubject, place: Place | null | undefined): string | null {
  const isLink = place?.url && /^https?:/i.test(place.url) && URL.canParse(place.url);
  return isLink ? permalink(subject, place.url) : null;
}
