import type { ColumnType, Generated } from 'kysely';
import type { RowId } from '../../platform/ids.ts';
import type { TitleSetter } from './page.ts';
import type { Audience } from '../../platform/audience.ts';
import type { Narrowing } from './readers/page-rule.ts';
import type { PageRuleStateTable, PageRuleTable } from './readers/page-rule-table.ts';
import type { SubjectKind } from './subject.ts';

/** What pages, posts and comments have in common: one row each, with the same id as their own row. */
export interface SubjectTable {
  id: RowId;
  kind: SubjectKind;
  reaction_count: Generated<number>;
  /** The groups of `reaction_group` with people in them, as `LIKE:2,LOVE:1`. Kept by the database. */
  reaction_groups: ColumnType<string, never, never>;
  comment_count: Generated<number>;
  locked_at: number | null;
  deleted_at: number | null;
  deleted_by: RowId | null;
  /** Who reads it. A comment is read by the readers of what it is about, whatever stands here. */
  audience: Generated<Audience>;
  /** Of a post: a narrower audience of its own. */
  own_audience: Generated<Audience | null>;
  /** Who comments and reacts. A comment’s are those of what it is about. */
  writers: Generated<Audience>;
}

export interface PageTable {
  id: RowId;
  /** The canonical key. */
  key: string;
  title: string | null;
  /** Null where the page itself gives its title. */
  title_set_by: Generated<TitleSetter | null>;
  /** The whole address of a page whose key is its hash. Versions before wrote the address of the first reader here. */
  url: string | null;
  created_at: number;
  narrowing: Generated<Narrowing>;
}

/** A key that a page had before. */
export interface PageAliasTable {
  key: string;
  canonical_key: string;
  created_at: number;
}

/** A page that was seen after keys changed, and the key that it had before. */
export interface FormerPageKeyTable {
  key: string;
  former_key: string;
  seen_at: number;
}

/** When keys changed in this database; no row in one that was made later. */
export interface PageKeyChangeTable {
  changed_at: number;
}

/** A comment or post before an edit. */
export interface FormerVersionTable {
  id: RowId;
  subject_id: RowId;
  source: string;
  text: string;
  /** JSON */
  tree: string;
  /** When this version was written. */
  created_at: number;
}

export interface SubjectTables {
  subject: SubjectTable;
  page: PageTable;
  page_rule: PageRuleTable;
  page_rule_state: PageRuleStateTable;
  page_alias: PageAliasTable;
  former_page_key: FormerPageKeyTable;
  page_key_change: PageKeyChangeTable;
  former_version: FormerVersionTable;
}
