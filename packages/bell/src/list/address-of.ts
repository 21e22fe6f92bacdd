import { permalink } from '@parvis/core';

/** Where a notification leads; undefined where its page has no address. */
export function addressOf({ url, subject }: { url: string | null; subject: unknown }): string | undefined {
  if (!url || !subject) return undefined;
  const { __typename: type, id } = subject as { __typename: string; id: string };
  return permalink(type === 'Post' ? 'post' : 'comment', id, url);
}
