import { defineModule, none } from '../../module.ts';
import type { Readable } from '../../platform/readable.ts';
import { authoredTopics } from '../subjects/index.ts';
import { textPost } from './kinds/text-post.ts';
import { PostLoaders } from './post-loaders.ts';
import type { Post } from './post.ts';
import { postNotices, postNoticeSource } from './post-notices.ts';
import { definePostSchema } from './post-schema.ts';
import { PostService } from './post-service.ts';
import { postSource } from './post-source.ts';
import type { PostTables } from './post-table.ts';

declare module '../../database/database.ts' {
  interface Database extends PostTables {}
}
declare module '../../events/event.ts' {
  interface EventTypes {
    PostAdded: true;
    PostEdited: true;
    PostDeleted: true;
    PostRestored: true;
    PostPinned: true;
  }
}
declare module '../../graphql/context.ts' {
  interface Services {
    posts: PostService;
  }
  interface Loaders {
    posts: PostLoaders;
  }
}
declare module '../subjects/subject.ts' {
  interface SubjectKinds {
    Post: true;
  }
}

const about = { field: 'post', fieldType: 'Post', fieldDescription: 'The post in its current state.' } as const;

/** Posts on walls. */
export const posts = defineModule({
  name: 'posts',
  needs: ['comments', 'people', 'richText', 'subjects', 'walls'],
  service: ({ config, ...platform }, { comments, subjects, walls, richText }, { postKinds }) =>
    new PostService({
      ...platform,
      comments,
      subjects,
      walls,
      composer: richText,
      maxLength: config.postMaxLength,
      kinds: postKinds,
    }),
  loaders: ({ services }) => new PostLoaders(services.posts),
  schema: (builder, { config }, { postKinds }) =>
    definePostSchema(builder, { maxLength: config.postMaxLength, kinds: [...postKinds.values()] }),
  subjects: { kind: 'Post', source: ({ walls }) => postSource(walls) },
  topics: {
    type: 'Post',
    followable:
      ({ subjects, posts }) =>
      (viewer, ids) =>
        authoredTopics(subjects, viewer, 'Post', ids, (post) => posts.visible(viewer, post as Readable<Post>) !== null),
  },
  pageMoved: none,
  personMerged: ({ posts }) => posts,
  wallMerged: ({ posts }) => posts,
  events: {
    PostAdded: { description: 'A post was added.', ...about },
    PostEdited: { description: 'A post was edited.', ...about },
    PostDeleted: { description: 'A post was deleted.', ...about },
    PostRestored: { description: 'A deleted post was restored.', ...about },
    PostPinned: { description: 'A post was pinned or unpinned.', ...about },
  },
  postKind: textPost,
  walls: none,
  audiences: none,
  acquaintances: none,
  notices: {
    after: ['PostAdded', 'PostEdited', 'PostDeleted', 'PostRestored'],
    kinds: postNotices,
    source: ({ people, walls }) => postNoticeSource(walls, people),
  },
  purge: ({ posts }, before) => posts.purge(before),
  jobs: none,
  mails: none,
  answers: none,
  routes: none,
  background: none,
});
