import { randomBytes } from 'node:crypto';
import { foldedWords } from '../people/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Group, GroupSettings } from './group.ts';
import { parseRule, writeRule } from './rule/group-rule.ts';

const longestName = 80;
const longestPurpose = 500;
const longestHandle = 48;
const shortHandle = /^[a-z0-9][a-z0-9-]{1,47}$/;

/**
 * The settings of a group, as they are kept.
 *
 * @throws {Refusal} EMPTY, TOO_LONG or INVALID, with the field.
 */
export function checkedSettings(draft: GroupSettings): GroupSettings & Pick<Group, 'sortName'> {
  const name = text(draft.name, 'name', longestName);
  if (!name) throw new Refusal('EMPTY', 'A group needs a name.', ['name']);
  if ((draft.join === 'RULE') !== (draft.rule !== null))
    throw new Refusal('INVALID', 'A group that people are in by rule has a rule, and no other has.', ['rule']);
  if (draft.visibility === 'HIDDEN' && (draft.join === 'OPEN' || draft.join === 'REQUEST'))
    throw new Refusal('INVALID', 'Nobody finds a hidden group: people come by invitation or by rule.', ['join']);
  return {
    ...draft,
    name,
    // Begins with a space, so that the start of each word follows one.
    sortName: ` ${foldedWords(name).join(' ')}`,
    purpose: text(draft.purpose ?? '', 'purpose', longestPurpose) || null,
    rule: draft.rule === null ? null : writeRule(parseRule(draft.rule)),
  };
}

/**
 * The name of a group in addresses, as its maker chose it.
 *
 * @throws {Refusal} INVALID.
 */
export function checkedHandle(handle: string): string {
  if (!shortHandle.test(handle))
    throw new Refusal('INVALID', 'A short name has 2 to 48 small letters, digits and hyphens: quality-douai.', [
      'handle',
    ]);
  return handle;
}

/** The handle that a name suggests. */
export function proposedHandle(name: string): string {
  const proposal = foldedWords(name)
    .join('-')
    .replaceAll(/[^a-z0-9-]/g, '')
    .slice(0, longestHandle);
  return shortHandle.test(proposal) ? proposal : unguessableHandle();
}

/** For hidden groups: that a name is taken would tell that there is one. */
export function unguessableHandle(): string {
  return `g-${randomBytes(12).toString('hex')}`;
}

function text(value: string, field: string, longest: number): string {
  const kept = value.replaceAll(/\s+/g, ' ').trim();
  if (kept.length > longest) throw new Refusal('TOO_LONG', `${longest} characters at most.`, [field]);
  return kept;
}
