export { wallAudiences } from './group-audiences.ts';
export { checkedSettings } from './group-draft.ts';
export type { SeenGroup } from './group-finder.ts';
export type { GroupService } from './group-service.ts';
export type { Group, GroupRole, GroupSettings } from './group.ts';
export { meetsRule, parseRule, type RulePerson } from './rule/group-rule.ts';
