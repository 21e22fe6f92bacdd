import type { RowId } from '../platform/ids.ts';
import type { SignedInViewer } from '../platform/viewer.ts';
import type { MailLanguage } from './outgoing/mail-blocks.ts';

/** What one can answer by mail: the name of its GraphQL type, and the id of its row. */
export interface Answered {
  readonly type: string;
  readonly id: RowId;
}

/** What somebody answered by mail. */
export interface MailAnswer {
  readonly to: Answered;
  /** Their own words. */
  readonly written: string;
  /** What was cut off as no words of theirs: older mails, signatures. Null for nothing. */
  readonly rest: string | null;
  /** What was attached, and is not stored. */
  readonly attachments: readonly { readonly name: string; readonly size: number }[];
  /** In which the person reads our mails. */
  readonly language: MailLanguage;
}

/** How a module takes answers to its things. */
export interface AnswerTaker {
  /**
   * Does what the same person could do on the page, by the same rules, once for each key.
   *
   * @throws {Refusal} which the person is told by mail.
   */
  take(viewer: SignedInViewer, answer: MailAnswer, key: string): Promise<void>;
}

/** How answers to things of one type are taken. */
export interface DeclaredAnswers {
  readonly taker: AnswerTaker;
  /** The mutation as which they count for the limit of writes. */
  readonly countAs: string;
}
