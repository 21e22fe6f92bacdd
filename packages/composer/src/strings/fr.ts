import type { ComposerStrings } from './en.js';

const number = (n: number, lang: string) => new Intl.NumberFormat(lang).format(n);

export const strings: ComposerStrings = {
  cancel: 'Annuler',
  sending: 'Envoi…',
  empty: 'Écrivez d’abord quelque chose.',
  left: (n, lang) =>
    n < 0
      ? `${number(-n, lang)} ${n > -2 ? 'caractère' : 'caractères'} de trop`
      : `${number(n, lang)} ${n < 2 ? 'caractère restant' : 'caractères restants'}`,
};
