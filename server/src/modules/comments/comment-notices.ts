import type { Executor } from '../../database/connect.ts';
import { fromGlobalId, type RowId } from '../../platform/ids.ts';
import {
  type Act,
  frenchHas,
  type NoticeDeclaration,
  type NoticeSource,
  type NoticeWords,
} from '../../events/notices.ts';
import type { PeopleService } from '../people/index.ts';
import { mentionsIn } from '../rich-text/index.ts';
import { isAuthored, type SubjectService } from '../subjects/index.ts';
import type { Comment } from './comment.ts';
import * as store from './comment-store.ts';

declare module '../../events/notices.ts' {
  interface NoticeKinds {
    MENTIONED_IN_COMMENT: true;
    REPLIED: true;
    COMMENTED_ON_YOURS: true;
    COMMENTED: true;
  }
}

const on = ({ place }: NoticeWords) => (place === null ? '' : ` on “${place}”`);
const sur = ({ place }: NoticeWords) => (place === null ? '' : ` sur «\u00a0${place}\u00a0»`);

/** What people are told of comments. */
export const commentNotices = {
  MENTIONED_IN_COMMENT: {
    level: 'INFORMATION',
    delivery: 'MAIL',
    label: { en: 'Comments that mention you', fr: 'Les commentaires qui vous mentionnent' },
    say: {
      en: (words) => `${words.people} mentioned you in a comment${on(words)}`,
      fr: (words) => `${words.people} vous ${frenchHas(words)} mentionné dans un commentaire${sur(words)}`,
    },
  },
  REPLIED: {
    level: 'INFORMATION',
    delivery: 'MAIL',
    label: { en: 'Replies to your comments', fr: 'Les réponses à vos commentaires' },
    say: {
      en: (words) => `${words.people} replied to your comment${on(words)}`,
      fr: (words) => `${words.people} ${frenchHas(words)} répondu à votre commentaire${sur(words)}`,
    },
  },
  COMMENTED_ON_YOURS: {
    level: 'INFORMATION',
    delivery: 'MAIL',
    label: { en: 'Comments on your posts', fr: 'Les commentaires de vos publications' },
    say: {
      en: (words) => `${words.people} commented on your post${on(words)}`,
      fr: (words) => `${words.people} ${frenchHas(words)} commenté votre publication${sur(words)}`,
    },
  },
  COMMENTED: {
    level: 'INFORMATION',
    delivery: 'DIGEST',
    label: { en: 'Comments on what you follow', fr: 'Les commentaires de ce que vous suivez' },
    say: {
      en: (words) => `${words.people} commented${on(words) || ' on a post that you follow'}`,
      fr: (words) => `${words.people} ${frenchHas(words)} commenté${sur(words) || ' une publication que vous suivez'}`,
    },
  },
} satisfies Record<string, NoticeDeclaration>;

/** Who is told of a comment: whom it names, whom it answers, whose post it is about, and who follows that. */
export function commentNoticeSource(
  subjects: SubjectService,
  people: Pick<PeopleService, 'resolveHandles'>,
): NoticeSource {
  return {
    async acts(trx, { subject }) {
      const { id } = fromGlobalId(subject);
      const [comment] = await store.findComments(trx, [id]);
      return comment ? [await actOf(trx, comment)] : [];
    },
  };

  async function actOf(trx: Executor, comment: Comment): Promise<Act> {
    const { id, authorId, rootId, rootKind, parentId, depth, audience, ownAudience } = comment;
    const root = { type: rootKind as 'Page' | 'Post', id: rootId, audience, ownAudience };
    const act = { id, actorId: authorId, at: comment.createdAt, subjectId: id, root };
    if (comment.deletedAt !== null) return { ...act, tellings: [], followers: [] };
    const mentioned = await peopleNamed(trx, comment);
    const parent = depth === 0 ? null : (await store.findComments(trx, [parentId]))[0];
    const about = (await subjects.byRowIds(rootKind, [rootId], trx)).get(rootId);
    const thing = { type: rootKind, id: rootId } as const;
    return {
      ...act,
      tellings: [
        { kind: 'MENTIONED_IN_COMMENT', thing: { type: 'Comment', id }, to: mentioned, needs: 'MENTIONS' },
        ...(parent
          ? [
              {
                kind: 'REPLIED',
                thing: { type: 'Comment', id: parentId },
                to: [parent.authorId],
                needs: 'ANSWERS',
              } as const,
            ]
          : []),
        ...(about && isAuthored(about)
          ? [{ kind: 'COMMENTED_ON_YOURS', thing, to: [about.authorId], needs: 'ANSWERS' } as const]
          : []),
        { kind: 'COMMENTED', thing, to: { followersOf: [root] }, needs: 'ALL' },
      ],
      followers: [authorId, ...mentioned],
    };
  }

  async function peopleNamed(trx: Executor, { body }: Comment): Promise<RowId[]> {
    const handles = mentionsIn(body.tree);
    if (handles.length === 0) return [];
    return [...(await people.resolveHandles(handles, trx)).values()].map(({ id }) => id);
  }
}
