import { defineModule, none } from '../../module.ts';
import { authoredTopics } from '../subjects/index.ts';
import type { Readable } from '../../platform/readable.ts';
import type { Comment } from './comment.ts';
import { answeredTypes, commentAnswers } from './comment-answers.ts';
import { CommentLoaders } from './comment-loaders.ts';
import { defineCommentSchema } from './comment-schema.ts';
import { CommentService } from './comment-service.ts';
import { commentNotices, commentNoticeSource } from './comment-notices.ts';
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

const about = {
  field: 'comment',
  fieldType: 'Comment',
  fieldDescription: 'The comment in its current state.',
} as const;

/** Comments on pages and posts, and replies to comments. */
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
        authoredTopics(
          subjects,
          viewer,
          'Comment',
          ids,
          (comment) => comments.visible(viewer, comment as Readable<Comment>) !== null,
        ),
  },
  pageMoved: ({ comments }) => comments,
  personMerged: ({ comments }) => comments,
  wallMerged: none,
  events: {
    CommentAdded: { description: 'A comment or a reply was added.', ...about },
    CommentEdited: { description: 'A comment was edited.', ...about },
    CommentDeleted: { description: 'A comment was deleted.', ...about },
    CommentRestored: { description: 'A deleted comment was restored.', ...about },
    DiscussionLocked: {
      description: 'A discussion was locked or unlocked.',
      field: 'subject',
      fieldType: 'Commentable',
      fieldDescription: 'The page or post whose discussion it is.',
    },
  },
  postKind: none,
  walls: none,
  audiences: none,
  acquaintances: none,
  notices: {
    after: ['CommentAdded', 'CommentEdited', 'CommentDeleted', 'CommentRestored'],
    kinds: commentNotices,
    source: ({ people, subjects }) => commentNoticeSource(subjects, people),
  },
  purge: ({ comments }, before) => comments.purge(before),
  jobs: none,
  mails: none,
  answers: {
    types: answeredTypes,
    countAs: 'addComment',
    taker: ({ comments, subjects }) => commentAnswers(comments, subjects),
  },
  routes: none,
  background: none,
});
