/** What a mail says, from top to bottom, without its looks. */
export interface MailContent {
  lang: MailLanguage;
  /** Of the words of the mail as a whole; what people wrote finds its own direction. */
  dir?: 'ltr' | 'rtl';
  /** The name at the top: that of the intranet. */
  brand: string;
  /** What lists of mails show after the subject; not shown in the mail itself. */
  preview: string;
  blocks: readonly Block[];
  /** Whether one may answer by mail: then a line says where. */
  answerable?: boolean;
  /** Small links at the end, with a sentence that says why this mail came. */
  footer: { reason: string; links: readonly MailLink[] };
}

export type MailLanguage = 'en' | 'fr';

export interface MailLink {
  label: string;
  url: string;
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: Inline[] }
  | { kind: 'quote'; author: string; at: string; text: string }
  | { kind: 'button'; label: string; url: string }
  | { kind: 'lines'; title?: string; lines: readonly Line[] };

/** Words, bold words or a link. */
export type Inline = string | { bold: string } | MailLink;

/** One of a list: what happened, where or when, and a link to it. */
export interface Line {
  text: string;
  detail?: string;
  url?: string;
}

/** The address, if it leads to a page. @throws for any other address: a mistake of the program that made the mail. */
export function pageUrl(url: string): string {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw new Error('Mails link to http and https only.');
  return new URL(url).href;
}
