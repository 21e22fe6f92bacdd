export const en = {
  write: 'Write a post',
  placeholder: 'Share something with your colleagues',
  post: 'Post',
  posted: 'Your post is on the wall.',
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
  gone: 'The post that the link leads to is no longer here.',
  empty: 'Nothing here yet',
  invite: 'A thank-you, a piece of news, a question to everybody: be the first to write.',
};

export type ActivityWallStrings = typeof en;
