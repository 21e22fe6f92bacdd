import { icon } from '@parvis/core';
import { html, nothing } from 'lit';
import type { Open } from './acting.js';
import type { Channel, GroupWall } from './group.js';
import type { PanelName } from './panel/panel-events.js';
import type { GroupStrings } from './strings/en.js';

const PENCIL = 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3';

export interface ChannelsOptions {
  text: GroupStrings;
  /** The channel that is shown; none for the whole wall. */
  shown: Channel | undefined;
  panel: PanelName | undefined;
  choose: (channel: Channel | undefined) => void;
  open: Open;
}

/** The parts of the wall of a group, and where they are changed. Closed ones stay readable. */
export function renderChannels({ channels, viewerCanDivide }: GroupWall, options: ChannelsOptions) {
  if (!channels.length) return nothing;
  const { text, panel, open } = options;
  return html`<nav class="channels unprinted" aria-label=${text.channels}>
    ${[undefined, ...channels].map((channel) => renderChannel(channel, options))}
    ${
      viewerCanDivide
        ? html`<button
            class="divide"
            type="button"
            aria-expanded=${panel === 'channels'}
            @click=${(event: Event) => open('channels', event)}
          >
            ${icon(PENCIL)}${text.divide}
          </button>`
        : nothing
    }
  </nav>`;
}

function renderChannel(channel: Channel | undefined, { text, shown, choose }: ChannelsOptions) {
  return html`<button
    class=${channel?.archivedAt ? 'closed' : ''}
    type="button"
    aria-current=${channel?.id === shown?.id ? 'true' : nothing}
    @click=${() => choose(channel)}
  >
    ${channel ? html`<bdi># ${channel.name}</bdi>` : text.all}${
      channel?.archivedAt ? html` <small>${text.closed}</small>` : nothing
    }
  </button>`;
}
