import type { UnsentText } from './unsent-text.js';

/**
 * A text was stored for sending: the field that contains it need not save it as a draft any more. Dispatched on the
 * document.
 */
export class TextKeptEvent extends Event {
  static readonly type = 'parvis-text-kept';
  constructor(readonly text: UnsentText) {
    super(TextKeptEvent.type);
  }
}

/**
 * The writer wants to edit an unsent text. Dispatched on the document; the field of its subject takes the text, if it is
 * empty.
 */
export class TextTakenBackEvent extends Event {
  static readonly type = 'parvis-text-taken-back';
  /** The field that took the text. */
  taker: Element | undefined;
  constructor(readonly text: UnsentText) {
    super(TextTakenBackEvent.type);
  }
}

declare global {
  interface DocumentEventMap {
    [TextKeptEvent.type]: TextKeptEvent;
    [TextTakenBackEvent.type]: TextTakenBackEvent;
  }
}
