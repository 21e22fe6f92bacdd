import { type Blame, blameOf, enhancedStatus } from '../enhanced-status.ts';

/** A mail that could not be sent, with what the caller should make of it. */
export class SendFailure extends Error {
  override readonly name = 'SendFailure';
  /**
   * - `recipient`: refused for good, because this recipient cannot get mail (hard bounce): send them none any more.
   * - `message`: refused for good, because of this mail: do not send it again.
   * - `later`: try again.
   */
  readonly kind: Blame;
  /** The connection was lost after the whole mail was handed over: it may arrive, and would arrive twice if sent again. */
  readonly perhapsSent: boolean;
  /** The answer of the server, such as 550; null if there was none. */
  readonly code: number | null;

  constructor(
    kind: Blame,
    message: string,
    { perhapsSent = false, code = null as number | null, cause = undefined as unknown } = {},
  ) {
    super(message, { cause });
    this.kind = kind;
    this.perhapsSent = perhapsSent;
    this.code = code;
  }
}

/** What nodemailer's errors tell. */
interface TransportError extends Error {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

/** @param handedOver - Whether the server had been given the whole mail. */
export function sendFailure(error: TransportError, handedOver: boolean): SendFailure {
  const code = error.responseCode ?? null;
  const kind = kindOf(error);
  // An answer is an answer: without one, nobody knows whether the server has stored what it was given.
  const perhapsSent = handedOver && code === null && kind === 'later';
  return new SendFailure(kind, error.message, { perhapsSent, code, cause: error });
}

function kindOf({ code, command = '', response = '', responseCode }: TransportError): Blame {
  // Nodemailer refuses by itself: an address that cannot be written to the server, a mail above the server's limit.
  if (responseCode === undefined) return code === 'EENVELOPE' ? 'recipient' : code === 'EMESSAGE' ? 'message' : 'later';
  // Greeting, password, encryption and sender are the same for all mails: the operations team can mend them.
  if (responseCode < 500 || !/^(?:RCPT|DATA)/.test(command)) return 'later';
  const blame = blameOf(enhancedStatus(response));
  if (blame) return blame;
  return command.startsWith('RCPT') && isAboutAddress(responseCode) ? 'recipient' : 'message';
}

/** Without an enhanced status: 550 no such mailbox, 551 not here, 553 name not allowed; 552 is full, 554 is policy. */
function isAboutAddress(code: number): boolean {
  return code === 550 || code === 551 || code === 553;
}
