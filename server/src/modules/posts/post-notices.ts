import type { Executor } from '../../database/connect.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import {
  type Act,
  frenchHas,
  type NoticeDeclaration,
  type NoticeSource,
  type NoticeWords,
} from '../../events/notices.ts';
import type { PeopleService } from '../people/index.ts';
import { mentionsIn } from '../rich-text/index.ts';
import type { WallService } from '../walls/index.ts';
import type { Post } from './post.ts';
import { findPosts } from './post-store.ts';

declare module '../../events/notices.ts' {
  interface NoticeKinds {
    MENTIONED_IN_POST: true;
    POSTED: true;
  }
}

const on = ({ place }: NoticeWords) => (place === null ? '' : ` on “${place}”`);
const dans = ({ place }: NoticeWords) => (place === null ? '' : ` dans «\u00a0${place}\u00a0»`);

/** What people are told of posts. */
export const postNotices = {
  MENTIONED_IN_POST: {
    level: 'INFORMATION',
    delivery: 'MAIL',
    label: { en: 'Posts that mention you', fr: 'Les publications qui vous mentionnent' },
    say: {
      en: (words) => `${words.people} mentioned you in a post${on(words)}`,
      fr: (words) => `${words.people} vous ${frenchHas(words)} mentionné dans une publication${dans(words)}`,
    },
  },
  POSTED: {
    level: 'INFORMATION',
    delivery: 'DIGEST',
    label: {
      en: 'Posts in groups and of people that you follow',
      fr: 'Les publications des groupes et des personnes que vous suivez',
    },
    say: {
      en: (words) => `${words.people} posted${on(words) || ' something new'}`,
      fr: (words) => `${words.people} ${frenchHas(words)} publié${dans(words) || ' du nouveau'}`,
    },
  },
} satisfies Record<string, NoticeDeclaration>;

/** Who is told of a post: whom it names, and who follows its author or the page or group on whose wall it is. */
export function postNoticeSource(walls: WallService, people: Pick<PeopleService, 'resolveHandles'>): NoticeSource {
  return {
    async acts(trx, { subject }) {
      const { id } = fromGlobalId(subject);
      const [post] = await findPosts(trx, [id]);
      return post ? [await actOf(trx, post)] : [];
    },
  };

  async function actOf(trx: Executor, post: Post): Promise<Act> {
    const { id, authorId, wallId, audience, ownAudience } = post;
    const act = {
      ...{ id, actorId: authorId, at: post.createdAt, subjectId: id },
      root: { type: 'Post', id, audience, ownAudience } as const,
    };
    if (post.deletedAt !== null) return { ...act, tellings: [], followers: [] };
    const handles = mentionsIn(post.body.tree);
    const named = handles.length > 0 ? [...(await people.resolveHandles(handles, trx)).values()] : [];
    const mentioned = named.map((person) => person.id);
    const { followed = null } = (await walls.placesOf(trx, [wallId])).get(wallId) ?? {};
    const followersOf = [...(followed ? [followed] : []), { type: 'Person', id: authorId } as const];
    return {
      ...act,
      tellings: [
        { kind: 'MENTIONED_IN_POST', thing: { type: 'Post', id }, to: mentioned, needs: 'MENTIONS' },
        { kind: 'POSTED', thing: { type: 'Wall', id: wallId }, to: { followersOf }, needs: 'ALL' },
      ],
      followers: [authorId, ...mentioned],
    };
  }
}
