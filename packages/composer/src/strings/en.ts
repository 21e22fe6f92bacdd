const number = (n: number, lang: string) => new Intl.NumberFormat(lang).format(n);

export const en = {
  cancel: 'Cancel',
  sending: 'Sending…',
  /** Why nothing is sent. */
  empty: 'Write something first.',
  /** How many characters may still be typed; below nothing, how many are too many. */
  left: (n: number, lang: string) =>
    n < 0
      ? `${number(-n, lang)} ${n === -1 ? 'character' : 'characters'} too many`
      : `${number(n, lang)} ${n === 1 ? 'character' : 'characters'} left`,
};

export type ComposerStrings = typeof en;
