export const en = {
  title: 'Not sent yet',
  waiting: 'Not sent yet. It will be sent when you are back online.',
  forgetful: 'Not sent yet. This browser cannot store it: keep this page open until it is sent.',
  signedOut: 'Not sent yet. It will be sent after you sign in again.',
  old: 'Waiting since yesterday. It may already have been sent: check before you send it again.',
  sending: 'Sending…',
  held: 'Not sent. Edit this text, then send or discard it.',
  notSent: (reason: string) => `Not sent. ${reason}`,
  tooLong: 'It is too long.',
  replyTo: (name: string) => `Reply to ${name}`,
  sendNow: 'Send now',
  takeBack: 'Edit',
  copy: 'Copy',
  discard: 'Discard',
  text: 'Your text',
  /** Announced to screen readers. */
  kept: 'Not sent yet. Your text is saved and will be sent when you are back online.',
  sent: 'Your text has been sent.',
  copied: 'Text copied.',
  discarded: 'Text discarded.',
};

export type UnsentStrings = typeof en;
