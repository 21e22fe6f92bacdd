import type { Authored } from '../subjects/index.ts';

export interface Post extends Authored {
  readonly kind: 'Post';
  readonly wallId: string;
  /** An http or https address shown as a link below the text. */
  readonly linkUrl: string | null;
  readonly pinnedAt: number | null;
}
