export const en = {
  title: 'Not sent yet',
  waiting: 'Not sent yet: will be sent when the network is back.',
  forgetful: 'Not sent yet, and this browser keeps nothing: leave this page open until it is sent.',
  signedOut: 'Not sent yet: will be sent when you have signed in again.',
  old: 'Kept since yesterday. It may have arrived: look before you send it.',
  sending: 'Sending…',
  held: 'Taken back: change it, send it or throw it away.',
  notSent: (reason: string) => `Not sent. ${reason}`,
  tooLong: 'It is too long.',
  answerTo: (name: string) => `Reply to ${name}`,
  sendNow: 'Send now',
  takeBack: 'Take back',
  copy: 'Copy',
  discard: 'Throw away',
  text: 'Your text',
  /** What screen readers are told. */
  kept: 'Not sent yet. Your text is kept, and will be sent when the network is back.',
  sent: 'Your text has been sent.',
  copied: 'Text copied.',
  discarded: 'Thrown away.',
};

export type UnsentStrings = typeof en;
