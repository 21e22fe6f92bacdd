import type { MailLanguage } from '../../../mail/outgoing/mail-blocks.ts';

/** What mails of notifications say around the notices. */
export const mailWords: Readonly<
  Record<
    MailLanguage,
    {
      readonly several: (count: number) => string;
      readonly digest: string;
      readonly yours: string;
      readonly followed: string;
      readonly open: string;
      readonly openAll: string;
      readonly why: string;
      readonly whyDigest: string;
      readonly mute: string;
      readonly stop: string;
      readonly stopDigest: string;
      readonly settings: string;
    }
  >
> = {
  en: {
    several: (count) => `${count} news for you`,
    digest: 'What you have not read yet',
    yours: 'For you',
    followed: 'On what you follow',
    open: 'See the discussion',
    openAll: 'Open',
    why: 'You receive this mail because you have not seen it on the intranet.',
    whyDigest: 'You receive this summary when there is something that you have not read.',
    mute: 'Mute this discussion',
    stop: 'Stop mails like this one',
    stopDigest: 'Stop this summary',
    settings: 'Settings',
  },
  fr: {
    several: (count) => `${count} nouvelles pour vous`,
    digest: 'Ce que vous n’avez pas encore lu',
    yours: 'Pour vous',
    followed: 'Dans ce que vous suivez',
    open: 'Voir la discussion',
    openAll: 'Ouvrir',
    why: 'Vous recevez ce mail parce que vous ne l’avez pas vu sur l’intranet.',
    whyDigest: 'Vous recevez ce résumé lorsqu’il y a des choses que vous n’avez pas lues.',
    mute: 'Ne plus suivre cette discussion',
    stop: 'Arrêter les mails de ce genre',
    stopDigest: 'Arrêter ce résumé',
    settings: 'Réglages',
  },
};
