/** The line above which one answers, in the languages of our mails: mails that come back are cut there. */
const answerLines = {
  en: 'Reply above this line',
  fr: 'Répondez au-dessus de cette ligne',
} as const;

/** What stands around it in plain text, so that it is seen. It survives programs that change or lose accents and dashes. */
export function answerLine(lang: keyof typeof answerLines): string {
  return answerLines[lang];
}

/** With what programs put around a line, and with what old ones make of an accent. */
const line = /^[\s>*_=|·–—-]*(?:Reply above this line|R.{1,8}pondez au-dessus de cette ligne)[\s*_=|·–—-]*$/i;

/** Whether a line of a text is one of our answer lines, quoted or not. */
export function isAnswerLine(text: string): boolean {
  return text.length < 200 && line.test(text);
}
