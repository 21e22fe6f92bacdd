// Loaded with the first focus in the form.
import { html, nothing } from 'lit';
import '../kinds/parvis-kind-field.js';
// What writes it comes now: the network may be gone when it is sent.
import '../post-actions/sending-post.js';
import type { Post } from '../post/post.js';
import './channel/parvis-channel-field.js';
import './parvis-link-field.js';

export interface MoreFields {
  /** The link to start from; undefined where none can be. */
  linkUrl: string | undefined;
  draftKey: string | undefined;
  /** The wall whose channels there are to choose from. */
  wallId: string | undefined;
  /** The post that is edited. */
  post: Post | undefined;
  onKind: () => void;
}

/** What a post has beside its text: a link, another kind, a channel. */
export const renderMoreFields = ({ linkUrl, draftKey, wallId, post, onKind }: MoreFields) =>
  html`${linkUrl === undefined ? nothing : html`<parvis-link-field .value=${linkUrl}></parvis-link-field>`}${
    post
      ? nothing
      : html`<parvis-kind-field .draftKey=${draftKey} @parvis-kind-change=${onKind}></parvis-kind-field
          ><parvis-channel-field .wallId=${wallId}></parvis-channel-field>`
  }`;
