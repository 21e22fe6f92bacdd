import type { Generated } from 'kysely';
import type { Audience } from '../../platform/audience.ts';
import type { RowId } from '../../platform/ids.ts';
import type { NoticeKind } from '../../events/notices.ts';
import type { NotificationFigureTable } from './figures/figure-table.ts';
import type { PreferenceTables } from './preferences/preference-table.ts';

/** What was done to one thing in one way: the replies to a comment. Shared by all who are told of it. */
export interface NoticeTable {
  id: RowId;
  kind: NoticeKind;
  /** The name of its GraphQL type. */
  thing_type: string;
  thing_id: RowId;
  /** The page or post whose readers may read it; null where the kind itself knows for whom it is. */
  root_id: RowId | null;
  /** Without a root: who may read it. Null for one that is for one person, whatever they may read. */
  audience: Generated<Audience | null>;
}

/** One thing that somebody did: a reply. */
export interface NoticeActTable {
  notice_id: RowId;
  act_id: string;
  actor_id: RowId;
  /** The comment or post that it leads to. */
  subject_id: RowId | null;
  told_at: number;
}

/**
 * A notice in the inbox of one person, who is told of what others did from `since` to `last_at`. It is unseen while `last_at` is
 * above `seen_at`, and unread likewise.
 */
export interface InboxTable {
  person_id: RowId;
  notice_id: RowId;
  /** When they were told of the first act. */
  since: number;
  last_at: number;
  seen_at: number;
  read_at: number;
  /** How far a mail has told of it, likewise. */
  mailed_at: Generated<number>;
}

export interface NotificationTables extends PreferenceTables {
  notification_figure: NotificationFigureTable;
  notice: NoticeTable;
  notice_act: NoticeActTable;
  inbox: InboxTable;
}
