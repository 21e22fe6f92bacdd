// Loaded with the stream of events.
import { graphql, type ParvisClient } from '@parvis/core';
import { live } from '@parvis/core/events/live.js';
import { take } from '@parvis/core/events/news.js';
import { INBOX_FIELDS } from '../bell-operations.js';

const INBOX_EVENTS = graphql(
  `
    fragment Inbox_Events on Event {
      __typename
      ... on InboxChanged {
        inbox {
          ...InboxFields
        }
      }
    }
  `,
  [INBOX_FIELDS],
);

/** Something new, or what the viewer has seen and read elsewhere. */
export const inboxEvents = live(INBOX_EVENTS, {
  InboxChanged: (client, { inbox, cursor }) => {
    if (globalThis.Notification?.permission === 'granted') void onDesktop(client, document.hidden).catch(() => {});
    const { id } = inbox as { id: string };
    if (!client.cache.get(id)) return;
    take(client, inbox, cursor);
    // A list that is open reads again.
    client.cache.write({ id, changedAt: cursor });
  },
});

async function onDesktop(client: ParvisClient, isHidden: boolean): Promise<void> {
  const { showOnDesktop } = await import('../desktop/show-on-desktop.js');
  await showOnDesktop(client, isHidden);
}
