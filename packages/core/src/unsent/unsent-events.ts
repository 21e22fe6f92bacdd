import type { UnsentText } from './unsent-text.js';

/** A text is kept until it is sent: who has it in a field need not keep it as a draft any more. Told to the document. */
export class TextKeptEvent extends Event {
  static readonly type = 'parvis-text-kept';
  constructor(readonly text: UnsentText) {
    super(TextKeptEvent.type);
  }
}

/**
 * The writer takes a text back before it is sent. Told to the document; the field of its subject takes it, if it is empty.
 */
export class TextTakenBackEvent extends Event {
  static readonly type = 'parvis-text-taken-back';
  /** The field that has it now. */
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
