import { mutate, type ParvisClient } from '@parvis/core';
import { MUTE, type NotificationFields } from './notification-operations.js';

const WEEK = 7 * 86_400_000;

/** The id of the page or post of whose discussion a notification tells; undefined where it tells of none. */
export function discussionOf({ kind, subject }: NotificationFields): string | undefined {
  // A new post is told because of its wall or author: one hears of those, not of it.
  if (!subject || kind === 'POSTED') return undefined;
  const { id, ...rest } = subject as { id: string; subject?: { id: string } | null };
  return 'subject' in rest ? rest.subject?.id : id;
}

/** Lets no more come of a discussion. */
export async function mute(client: ParvisClient, sourceId: string, isForAWeek: boolean): Promise<void> {
  const until = isForAWeek ? new Date(Date.now() + WEEK).toISOString() : null;
  await mutate(client, MUTE, { sourceId, until });
}
