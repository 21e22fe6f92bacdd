export const en = {
  title: 'Comments',
  order: 'Sort',
  orders: { oldest: 'Oldest first', newest: 'Newest first', 'most-liked': 'Most liked' },
  empty: 'No comments yet. Be the first.',
  showMore: 'Show more comments',
  showEarlier: 'Show earlier comments',
  showReplies: (n: number) => (n === 1 ? 'Show 1 reply' : `Show ${n} replies`),
  showEarlierReplies: 'Show earlier replies',
  commentBy: (name: string) => `Comment by ${name}`,
  deletedComment: 'Deleted comment',
  reply: 'Reply',
  replyTo: (name: string) => `Reply to ${name}`,
  sending: 'Sending…',
  edited: 'edited',
  departed: 'has left the company',
  removed: 'Comment removed.',
  more: 'More actions',
  readMore: 'Read more',
  readLess: 'Read less',
};

export type CommentThreadStrings = typeof en;
