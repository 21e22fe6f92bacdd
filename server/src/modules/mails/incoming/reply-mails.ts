import type { MailLanguage } from '../../../mail/outgoing/mail-blocks.ts';
import type { MailComposer } from '../../../mail/outgoing/mail-composer.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { UserErrorCode } from '../../../platform/refusal.ts';
import type { HeldAnswers } from './held-answers.ts';

declare module '../../../mail/outgoing/mail-composer.ts' {
  interface MailKinds {
    answerRefused: { reason: RefusalReason; subject: string; messageId: string };
    answerHeld: { mailId: RowId };
  }
}

/** Why an answer is not taken: its address leads nowhere, or what the same is refused for on the page. */
export type RefusalReason = UserErrorCode | 'ADDRESS';

interface Words {
  readonly title: string;
  readonly reasons: Readonly<Partial<Record<RefusalReason, string>>>;
  readonly otherwise: string;
  readonly why: string;
  readonly held: {
    readonly subject: string;
    readonly text: (from: string) => string;
    readonly button: string;
    readonly ends: string;
  };
}

const words: Readonly<Record<MailLanguage, Words>> = {
  en: {
    title: 'Your answer was not posted',
    reasons: {
      ADDRESS: 'The address that you wrote to is not in use any more. Please answer on the page.',
      LOCKED: 'This discussion is closed: it takes no more comments.',
      FORBIDDEN: 'You may not comment there.',
      NOT_FOUND: 'What you answered is not there any more, or you may not read it any more.',
      TOO_LONG: 'Your text is too long for a comment. Please shorten it and answer again.',
      EMPTY: 'There was no text in your mail.',
      INVALID: 'Something in your text cannot be posted, such as a link without an address.',
    },
    otherwise: 'It could not be posted by mail. Please answer on the page.',
    why: 'You receive this message because you answered a mail of ours.',
    held: {
      subject: 'Is this answer yours?',
      text: (from) =>
        `An answer came in under your name, sent from ${from}. Nothing proves that it is yours, so it is not posted yet.`,
      button: 'Look at it and post it',
      ends: 'If it is not yours, do nothing: it is deleted after seven days.',
    },
  },
  fr: {
    title: 'Votre réponse n’a pas été publiée',
    reasons: {
      ADDRESS: 'L’adresse à laquelle vous avez écrit n’est plus valable. Merci de répondre sur la page.',
      LOCKED: 'Cette discussion est fermée : elle ne reçoit plus de commentaires.',
      FORBIDDEN: 'Vous ne pouvez pas commenter à cet endroit.',
      NOT_FOUND: 'Ce à quoi vous répondez n’existe plus, ou vous ne pouvez plus le lire.',
      TOO_LONG: 'Votre texte est trop long pour un commentaire. Merci de le raccourcir et de répondre à nouveau.',
      EMPTY: 'Votre message ne contenait pas de texte.',
      INVALID: 'Quelque chose dans votre texte ne peut pas être publié, par exemple un lien sans adresse.',
    },
    otherwise: 'Elle n’a pas pu être publiée par mail. Merci de répondre sur la page.',
    why: 'Vous recevez ce message parce que vous avez répondu à l’un de nos mails.',
    held: {
      subject: 'Cette réponse est-elle de vous ?',
      text: (from) =>
        `Une réponse est arrivée en votre nom, envoyée depuis ${from}. Rien ne prouve qu’elle est de vous ; elle n’est donc pas encore publiée.`,
      button: 'La lire et la publier',
      ends: 'Si elle n’est pas de vous, ne faites rien : elle sera supprimée au bout de sept jours.',
    },
  },
};

/** Tells somebody why their answer is not posted. */
export const answerRefused: MailComposer<{ reason: RefusalReason; subject: string; messageId: string }> = {
  async compose({ language }, { reason, subject, messageId }) {
    const { title, reasons, otherwise, why } = words[language];
    const text = reasons[reason] ?? otherwise;
    return {
      subject: subject === '' ? title : `Re: ${subject.replace(/^(?:re|aw|sv|tr)\s*:\s*/i, '')}`,
      preview: title,
      blocks: [
        { kind: 'heading', text: title },
        { kind: 'paragraph', text: [text] },
      ],
      footer: { reason: why, links: [] },
      references: /^[^\s<>@"\p{Cc}]{1,200}@[^\s<>@"\p{Cc}]{1,200}$/u.test(messageId) ? [messageId] : [],
      isReply: true,
    };
  },
};

/** Asks somebody whether an answer is theirs. */
export function answerHeld(held: HeldAnswers): MailComposer<{ mailId: RowId }> {
  return {
    async compose({ language }, { mailId }) {
      const found = await held.find(mailId);
      if (!found) return null;
      const { subject, text, button, ends } = words[language].held;
      return {
        subject,
        preview: text(found.from),
        blocks: [
          { kind: 'heading', text: subject },
          { kind: 'paragraph', text: [text(found.from)] },
          { kind: 'button', label: button, url: held.linkTo(mailId, language) },
          { kind: 'paragraph', text: [ends] },
        ],
        footer: { reason: words[language].why, links: [] },
        isReply: true,
      };
    },
  };
}
