import type { Executor } from '../../../database/connect.ts';
import type { Bounce } from '../../../mail/incoming/incoming-mail.ts';
import { isSameAddress } from '../../../mail/mail-address.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { MailStops } from '../mail-stops.ts';
import { findMail } from '../outgoing/outgoing-store.ts';

/** What mail servers write when a mail of ours could not be delivered. */
export class Bounces {
  readonly #stops: MailStops;

  constructor(stops: MailStops) {
    this.#stops = stops;
  }

  /** An address that does not exist gets no mails any more. Only who had a mail knows its id: others stop nothing. */
  async take(trx: Executor, { isHard, messageId, recipient, status }: Bounce): Promise<void> {
    if (!isHard || messageId === null || recipient === null) return;
    const mail = await findMail(trx, messageId.split('@')[0] as RowId);
    if (!mail?.address || !isSameAddress(mail.address, recipient)) return;
    await this.#stops.add(trx, mail.personId, mail.address, status);
  }
}
