/** The name in the cache of the posts of a wall, or of one channel of it. */
export const listOf = (wallId: string, channelId?: string): string =>
  channelId ? `posts:${wallId}:${channelId}` : `posts:${wallId}`;
