import { defineModule, none } from '../../module.ts';
import { authoredTopics } from '../subjects/index.ts';
import type { Comment } from './comment.ts';
import { CommentLoaders } from './comment-loaders.ts';
import { defineCommentSchema } from './comment-schema.ts';
import { CommentService } from './comment-service.ts';
import { commentSource } from './comment-source.ts';
import type { CommentTables } from './comment-table.ts';

declare module '../../database/database.ts' {
  interface Database extends CommentTables {}
}
declare module '../../events/event.ts' {
  interface EventTypes {
    CommentAdded: true;
    CommentEdited: true;
    CommentDeleted: true;
    CommentRestored: true;
    DiscussionLocked: true;
  }
}
declare module '../../graphql/context.ts' {
  interface Services {
    comments: CommentService;
  }
  interface Loaders {
    comments: CommentLoaders;
  }
}
declare module '../subjects/subject.ts' {
  interface SubjectKinds {
    Comment: true;
  }
}

const about = { field: 'comment', fieldType: 'Comment', fieldDescription: 'The comment as it is now.' } as const;

/** What people say of pages and posts, and in answer to each other. */
export const comments = defineModule({
  name: 'comments',
  needs: ['people', 'richText', 'subjects'],
  service: ({ config, ...platform }, { subjects, richText }) =>
    new CommentService({
      ...platform,
      subjects,
      composer: richText,
      maxLength: config.commentMaxLength,
    }),
  loaders: ({ services, budget, loaders }) => new CommentLoaders(services.comments, loaders.subjects, budget),
  schema: (builder, { config }) => defineCommentSchema(builder, { maxLength: config.commentMaxLength }),
  subjects: { kind: 'Comment', source: ({ subjects }) => commentSource(subjects) },
  topics: {
    type: 'Comment',
    followable:
      ({ subjects, comments }) =>
      (viewer, ids) =>
        authoredTopics(subjects, 'Comment', ids, (comment) => comments.visible(viewer, comment as Comment) !== null),
  },
  pageMoved: ({ comments }) => comments,
  personMerged: ({ comments }) => comments,
  wallMerged: none,
  events: {
    CommentAdded: { description: 'Somebody commented, or answered a comment.', ...about },
    CommentEdited: { description: 'A comment was edited.', ...about },
    CommentDeleted: { description: 'A comment was deleted.', ...about },
    CommentRestored: { description: 'A comment was brought back.', ...about },
    DiscussionLocked: {
      description: 'A discussion was closed, or opened again.',
      field: 'subject',
      fieldType: 'Commentable',
      fieldDescription: 'The page or post that it is about.',
    },
  },
  postKind: none,
  purge: ({ comments }, before) => comments.purge(before),
});
