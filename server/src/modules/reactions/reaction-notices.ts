import { fromGlobalId, type RowId } from '../../platform/ids.ts';
import { type Act, frenchHas, type NoticeDeclaration, type NoticeSource } from '../../events/notices.ts';
import { type Authored, isAuthored, type SubjectKind, type SubjectService } from '../subjects/index.ts';
import * as store from './reaction-store.ts';

declare module '../../events/notices.ts' {
  interface NoticeKinds {
    REACTED_TO_COMMENT: true;
    REACTED_TO_POST: true;
  }
}

/** What people are told of reactions. */
export const reactionNotices = {
  REACTED_TO_COMMENT: {
    level: 'INFORMATION',
    delivery: 'HERE',
    label: { en: 'Reactions to your comments', fr: 'Les réactions à vos commentaires' },
    say: {
      en: ({ people }) => `${people} reacted to your comment`,
      fr: (words) => `${words.people} ${frenchHas(words)} réagi à votre commentaire`,
    },
  },
  REACTED_TO_POST: {
    level: 'INFORMATION',
    delivery: 'HERE',
    label: { en: 'Reactions to your posts', fr: 'Les réactions à vos publications' },
    say: {
      en: ({ people }) => `${people} reacted to your post`,
      fr: (words) => `${words.people} ${frenchHas(words)} réagi à votre publication`,
    },
  },
} satisfies Record<string, NoticeDeclaration>;

/** Authors are told of reactions to what they wrote. */
export function reactionNoticeSource(subjects: SubjectService): NoticeSource {
  return {
    async acts(trx, { subject, people }) {
      const { type, id } = fromGlobalId(subject);
      // A page has no author.
      if (type !== 'Comment' && type !== 'Post') return [];
      const written = (await subjects.byRowIds(type, [id], trx)).get(id);
      if (!written || !isAuthored(written)) return [];
      const reacting = new Set(await store.findReacting(trx, id, people));
      return people.map((personId) => actOf(written, type, personId, reacting.has(personId)));
    },
  };
}

function actOf(written: Authored, type: 'Comment' | 'Post', actorId: RowId, reacts: boolean): Act {
  const { id, authorId, audience, ownAudience } = written;
  const { rootKind = type, rootId = id } = written as Authored & { rootKind?: SubjectKind; rootId?: RowId };
  return {
    id: `${id}:${actorId}`,
    actorId,
    at: 0,
    subjectId: id,
    root: { type: rootKind as 'Page' | 'Post', id: rootId, audience, ownAudience },
    tellings: reacts
      ? [
          {
            kind: type === 'Comment' ? 'REACTED_TO_COMMENT' : 'REACTED_TO_POST',
            thing: { type, id },
            to: [authorId],
            needs: 'ANSWERS',
          },
        ]
      : [],
    followers: [],
  };
}
