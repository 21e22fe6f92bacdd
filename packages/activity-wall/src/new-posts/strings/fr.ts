import type { NewPostsStrings } from './en.js';

export const strings: NewPostsStrings = {
  newPosts: (count) => (count < 2 ? `${count} nouveau message` : `${count} nouveaux messages`),
};
