export const en = {
  newPosts: (count: number) => (count === 1 ? '1 new post' : `${count} new posts`),
};

export type NewPostsStrings = typeof en;
