export const en = {
  write: 'Write a post',
  placeholder: 'Share something with your colleagues',
  post: 'Post',
  posted: 'Post published.',
  sending: 'Sending…',
  signInToPost: 'Sign in to post, like and comment.',
  signIn: 'Sign in',

  posts: 'Posts',
  postBy: (name: string) => `Post by ${name}`,
  pinned: 'Pinned',
  edited: 'edited',
  departed: 'has left the company',
  readMore: 'Read more',
  readLess: 'Read less',
  comment: 'Comment',
  comments: (count: number) => (count === 1 ? '1 comment' : `${count} comments`),
  closed: 'discussion closed',

  more: 'More actions',

  showMore: 'Show more posts',
  loading: 'Loading…',
  loaded: (count: number) => (count === 1 ? '1 more post' : `${count} more posts`),
  end: 'You have seen all posts.',
  linked: 'You followed a link to this post.',
  gone: 'The linked post no longer exists.',
  empty: 'Nothing here yet',
  invite: 'Share a thank-you, some news or a question: write the first post.',
};

export type ActivityWallStrings = typeof en;
