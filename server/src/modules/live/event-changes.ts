import type { EventType } from '../../events/event.ts';

interface Change {
  readonly type: EventType;
  readonly description: string;
  readonly field: string;
  readonly fieldType: 'Comment' | 'Post' | 'Commentable';
  readonly fieldDescription: string;
}

const comment = { field: 'comment', fieldType: 'Comment', fieldDescription: 'The comment as it is now.' } as const;
const post = { field: 'post', fieldType: 'Post', fieldDescription: 'The post as it is now.' } as const;

/** The events that tell how one thing is now, and nothing else. */
export const changes: readonly Change[] = [
  { type: 'CommentAdded', description: 'Somebody commented, or answered a comment.', ...comment },
  { type: 'CommentEdited', description: 'A comment was edited.', ...comment },
  { type: 'CommentDeleted', description: 'A comment was deleted.', ...comment },
  { type: 'CommentRestored', description: 'A comment was brought back.', ...comment },
  { type: 'PostAdded', description: 'Somebody posted.', ...post },
  { type: 'PostEdited', description: 'A post was edited.', ...post },
  { type: 'PostDeleted', description: 'A post was deleted.', ...post },
  { type: 'PostRestored', description: 'A post was brought back.', ...post },
  { type: 'PostPinned', description: 'A post was pinned, or is so no more.', ...post },
  {
    type: 'DiscussionLocked',
    description: 'A discussion was closed, or opened again.',
    field: 'subject',
    fieldType: 'Commentable',
    fieldDescription: 'The page or post that it is about.',
  },
];
