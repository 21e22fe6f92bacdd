const count = (n: number, lang: string) => new Intl.NumberFormat(lang).format(n);

export const en = {
  title: 'Comments',
  /** Said by a count on its own: "12 comments". */
  comments: (n: number, lang: string) =>
    n ? `${count(n, lang)} ${n === 1 ? 'comment' : 'comments'}` : 'No comments yet',
  order: 'Sort',
  orders: { OLDEST: 'Oldest first', NEWEST: 'Newest first', MOST_LIKED: 'Most liked' },
  write: 'Write a comment',
  placeholder: 'A question, a detail, a thank you…',
  send: 'Comment',
  empty: 'Nobody has commented yet. Be the first.',
  closed: 'This discussion is closed.',
  close: 'Close the discussion',
  reopen: 'Reopen the discussion',
  signIn: 'Sign in to comment',
  showMore: 'Show more comments',
  showEarlier: 'Show earlier comments',
  showAnswers: (n: number) => (n === 1 ? 'Show 1 answer' : `Show ${n} answers`),
  showEarlierAnswers: 'Show earlier answers',
  commentBy: (name: string) => `Comment by ${name}`,
  deletedComment: 'Deleted comment',
  answer: 'Reply',
  answerTo: (name: string) => `Reply to ${name}`,
  sending: 'Sending…',
  edited: 'edited',
  departed: 'has left the company',
  removed: 'Comment removed.',
  deleted: 'Comment deleted.',
  undo: 'Undo',
  more: 'More actions',
  edit: 'Edit',
  save: 'Save',
  delete: 'Delete',
  copyLink: 'Copy link',
  copied: 'Link copied.',
  readMore: 'Read more',
  readLess: 'Read less',
  added: 'Your comment is there.',
  restored: 'Comment restored.',
};

export type CommentThreadStrings = typeof en;
