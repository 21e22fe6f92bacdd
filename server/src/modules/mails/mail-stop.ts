import type { RowId } from '../../platform/ids.ts';

/** An address to which nothing is sent, because it takes no mails. */
export interface MailStop {
  readonly address: string;
  readonly personId: RowId;
  readonly status: string | null;
  readonly stoppedAt: number;
}
