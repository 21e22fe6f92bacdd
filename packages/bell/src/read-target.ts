// Loaded where a page was opened by a link to a comment or a post.
import { linkedTarget, mutate, type ParvisClient } from '@parvis/core';
import { MARK_READ } from './list/notification-operations.js';

/** What one has come for is read. */
export async function readTarget(client: ParvisClient): Promise<void> {
  const { comment, post } = linkedTarget();
  const target = comment ?? post;
  // Where that cannot be stored now, it stays unread.
  if (target) await mutate(client, MARK_READ, { subjects: [target] }).catch(() => {});
}
