import type { Block, Line, MailLanguage, MailLink } from '../../../mail/outgoing/mail-blocks.ts';
import type { MailComposer, MailDraft, Recipient } from '../../../mail/outgoing/mail-composer.ts';
import type { MailChoices } from './mail-choices.ts';
import { mailWords } from './mail-words.ts';
import type { News, NewsReader, NewsRequest } from './news.ts';

declare module '../../../mail/outgoing/mail-composer.ts' {
  interface MailKinds {
    notices: NewsRequest;
    digest: NewsRequest;
  }
}

export interface NoticeMailParts {
  news: NewsReader;
  choices: MailChoices;
  /** The page of settings; null where there is none. */
  settingsUrl: string | null;
  /** Of our mails. */
  domain: string;
  /** The time zone of a person. */
  zoneOf: (recipient: Recipient) => Promise<string>;
  /** The first moment from now on at which a person does not want quiet; null for none. */
  opensAt: (recipient: Recipient) => Promise<number | null>;
}

/** How much of a text is in a mail, in characters. */
const longestQuote = 2_000;

/** Tells somebody what they have not seen: one thing as it is written, several in a line each. */
export function noticeMails(parts: NoticeMailParts): MailComposer<NewsRequest> {
  return {
    opensAt: parts.opensAt,
    async compose(recipient, request) {
      const news = await parts.news.read(recipient, request, 'seen');
      const [first] = news;
      if (!first) return null;
      const said = mailWords[recipient.language];
      const isOne = news.length === 1;
      const subject = isOne ? first.text : said.several(news.length);
      const blocks = isOne ? await oneBlocks(first, recipient, parts) : [heading(subject), linesOf(news)];
      const { choices } = parts;
      const kinds = [...new Set(news.map(({ kind }) => kind))];
      const stop = choices.linkTo(recipient.viewer.id, recipient.language, { stop: kinds });
      return {
        ...{ subject, blocks, list: 'notices', unsubscribeUrl: stop },
        preview: (isOne && first.excerpt) || news.map(({ text }) => text).join(' · '),
        footer: {
          reason: said.why,
          links: [...muteLink(news, recipient, parts), { label: said.stop, url: stop }, ...settingsLink(said, parts)],
        },
        ...threadOf(news, parts),
      };
    },
  };
}

/** Tells somebody what they have not read, in a line each. */
export function digestMails(parts: NoticeMailParts): MailComposer<NewsRequest> {
  return {
    opensAt: parts.opensAt,
    async compose(recipient, request) {
      const news = await parts.news.read(recipient, request, 'read');
      if (news.length === 0) return null;
      const said = mailWords[recipient.language];
      const stop = parts.choices.linkTo(recipient.viewer.id, recipient.language, { stop: 'digest' });
      return {
        ...{ subject: said.digest, list: 'digest', unsubscribeUrl: stop },
        preview: news.map(({ text }) => text).join(' · '),
        blocks: [heading(said.digest), ...sections(news, said)],
        footer: {
          reason: said.whyDigest,
          links: [{ label: said.stopDigest, url: stop }, ...settingsLink(said, parts)],
        },
      };
    },
  };
}

async function oneBlocks(news: News, recipient: Recipient, { zoneOf }: NoticeMailParts): Promise<Block[]> {
  const { author, words, at, url, text } = news;
  const { language } = recipient;
  const said = mailWords[language];
  return [
    heading(text),
    ...(author !== null && words !== null && words !== ''
      ? [
          {
            kind: 'quote',
            author: author.name,
            at: timeText(at, language, await zoneOf(recipient)),
            text: cut(words),
          } as const,
        ]
      : []),
    ...(url === null ? [] : [{ kind: 'button', label: said.open, url } as const]),
  ];
}

function heading(text: string): Block {
  return { kind: 'heading', text };
}

/** What is for them comes before what they follow; titles stand where there are both. */
function sections(news: readonly News[], said: (typeof mailWords)[MailLanguage]): Block[] {
  const yours = news.filter(({ isFollowed }) => !isFollowed);
  const followed = news.filter(({ isFollowed }) => isFollowed);
  if (yours.length === 0 || followed.length === 0) return [linesOf(news)];
  return [linesOf(yours, said.yours), linesOf(followed, said.followed)];
}

function linesOf(news: readonly News[], title?: string): Block {
  const lines = news.map(({ text, excerpt, url }): Line => ({
    text,
    ...(excerpt !== null && { detail: excerpt }),
    ...(url !== null && { url }),
  }));
  return { kind: 'lines', ...(title !== undefined && { title }), lines };
}

/** What is about one discussion is sorted with the other mails of it, and can be answered. */
function threadOf(
  news: readonly News[],
  { domain }: NoticeMailParts,
): Pick<MailDraft, 'references' | 'answers' | 'fromName'> {
  const [last, ...others] = news;
  const root = last!.root;
  if (!root || others.some((other) => other.root?.id !== root.id)) return {};
  const { subject, author, peopleCount, isRestricted } = last!;
  const isOne = others.length === 0;
  return {
    references: [`thread.${root.id}@${domain}`],
    // Nobody answers what they have not read.
    ...(!isRestricted && { answers: (isOne && subject) || root }),
    ...(isOne && peopleCount === 1 && author && { fromName: author.name }),
  };
}

function muteLink(news: readonly News[], { viewer, language }: Recipient, { choices }: NoticeMailParts): MailLink[] {
  const root = news[0]!.root;
  if (!root || news.some((other) => other.root?.id !== root.id)) return [];
  return [{ label: mailWords[language].mute, url: choices.linkTo(viewer.id, language, { mute: root }) }];
}

function settingsLink(said: (typeof mailWords)[MailLanguage], { settingsUrl }: NoticeMailParts): MailLink[] {
  return settingsUrl === null ? [] : [{ label: said.settings, url: settingsUrl }];
}

function timeText(at: number, language: MailLanguage, timeZone: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at);
}

function cut(text: string): string {
  return text.length <= longestQuote ? text : `${text.slice(0, longestQuote).replace(/\s+\S*$/, '')} …`;
}
