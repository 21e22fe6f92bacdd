import type { GroupJoin, GroupVisibility } from '../group.js';
import { writeRule, type RuleCondition } from '../rule/group-rule.js';
import type { GroupSettings } from './settings-operations.js';

/** What somebody writes to make or change a group. */
export interface GroupDraft {
  readonly name: string;
  readonly handle: string;
  readonly purpose: string;
  readonly visibility: GroupVisibility;
  readonly join: GroupJoin;
  readonly rule: readonly RuleCondition[];
  readonly posting: GroupSettings['posting'];
  readonly commenting: GroupSettings['commenting'];
  readonly inviting: GroupSettings['inviting'];
  /** Whether what was written while it was not public is opened with it. */
  readonly opensFormerPosts: boolean;
}

export const FIRST_CONDITION: RuleCondition = { field: 'department', isNot: false, value: '' };

export const EMPTY_DRAFT: GroupDraft = {
  name: '',
  handle: '',
  purpose: '',
  visibility: 'PUBLIC',
  join: 'OPEN',
  rule: [FIRST_CONDITION],
  posting: 'MEMBERS',
  commenting: 'MEMBERS',
  inviting: 'MEMBERS',
  opensFormerPosts: false,
};

export const draftOf = (group: GroupSettings): GroupDraft => ({
  ...group,
  purpose: group.purpose ?? '',
  rule: (group.ruleConditions as RuleCondition[] | null) ?? [FIRST_CONDITION],
  opensFormerPosts: false,
});

/** The ways into a group with this visibility: nobody finds a hidden one. */
export const joinsOf = (visibility: GroupVisibility): readonly GroupJoin[] =>
  visibility === 'HIDDEN' ? ['INVITE', 'RULE'] : ['OPEN', 'REQUEST', 'INVITE', 'RULE'];

/** As `addGroup` and `updateGroup` take it. */
export const inputOf = ({ name, purpose, visibility, join, rule, posting, commenting, inviting }: GroupDraft) => ({
  name,
  purpose: purpose.trim(),
  visibility,
  join,
  rule: join === 'RULE' ? writeRule(rule) : null,
  posting,
  commenting,
  inviting,
});

/** What is wrong with a draft, by field; the same checks as the server's. */
export type Problem = 'nameMissing' | 'handleInvalid' | 'handleTaken';
export interface Problems {
  readonly name?: Problem | undefined;
  readonly handle?: Problem | undefined;
  /** The condition without a value. */
  readonly condition?: number | undefined;
}

const HANDLE = /^[a-z0-9][a-z0-9-]{1,47}$/;

export function problemsOf({ name, handle, join, rule }: GroupDraft): Problems {
  const condition = join === 'RULE' ? rule.findIndex(({ value }) => !value.trim()) : -1;
  return {
    ...(!name.trim() && { name: 'nameMissing' as const }),
    ...(handle && !HANDLE.test(handle) && { handle: 'handleInvalid' as const }),
    ...(condition >= 0 && { condition }),
  };
}

export const hasProblems = (problems: Problems): boolean => Object.keys(problems).length > 0;
