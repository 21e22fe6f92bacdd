import type { GroupRole, GroupSettings } from '../../../server/src/modules/groups/index.ts';
import { readContent } from '../content.ts';

type Chosen = Pick<GroupSettings, 'name' | 'purpose' | 'visibility' | 'join'>;
type Usual = Pick<GroupSettings, 'posting' | 'commenting' | 'inviting' | 'rule'>;

/** A group of the demo, as `groups.json` has it. */
export interface DemoGroup extends Chosen, Partial<Usual> {
  /** What conversations name it by, and addresses too, unless it is hidden. */
  key: string;
  /** How long ago it was made. */
  days: number;
  /** By the handles of those known by name. The first one made the group. */
  members: Record<string, GroupRole>;
  /** How many members it has besides. */
  others?: number;
  channels?: string[];
  /** Channels that stay readable. */
  closedChannels?: string[];
  /** What those say who ask to be let in, by handle. */
  requests?: Record<string, string>;
  /** By the handle of who is asked to come, the handle of who asked them. */
  invited?: Record<string, string>;
  archived?: true;
}

export const demoGroups = JSON.parse(readContent('groups.json')) as readonly DemoGroup[];

/** All that its owner decides, with what is usual where the file says nothing. */
export function settingsOf(group: DemoGroup): GroupSettings {
  const { name, purpose, visibility, join } = group;
  const usual: Usual = { posting: 'MEMBERS', commenting: 'MEMBERS', inviting: 'ANIMATORS', rule: null };
  const { rule, posting, commenting, inviting } = { ...usual, ...group };
  return { name, purpose, visibility, join, rule, posting, commenting, inviting };
}
