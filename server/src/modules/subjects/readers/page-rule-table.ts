import type { Generated } from 'kysely';
import type { Audience } from '../../../platform/audience.ts';
import type { RuleReaders } from './page-rule.ts';

/** Who reads the pages of a pattern. */
export interface PageRuleTable {
  pattern: string;
  /** As they were written. */
  readers: RuleReaders;
  /** As they were understood then: a group by its id, and nobody where there is none. */
  audience: Audience | 'pass';
  /** 0 or 1: those of the settings are replaced when the settings change. */
  from_settings: number;
}

/** One row. */
export interface PageRuleStateTable {
  /** Changes with the rules. */
  version: Generated<number>;
  /** The settings that were followed last, as text; null before any were. */
  settings: string | null;
}
