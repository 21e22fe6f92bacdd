import type { MailContent } from '../../../server/src/mail/outgoing/mail-blocks.ts';

const base = 'https://social.example.org';
const page = (path: string) => `${base}/${path}`;

/** Mails as notifications will send them, to be looked at and to be tested. */
export const samples: Record<string, MailContent> = {
  reply: {
    lang: 'fr',
    brand: 'Le Fil',
    preview: 'Paul Lefèvre vous a répondu : « Oui, elle part de l’entrée sud. »',
    answerable: true,
    blocks: [
      { kind: 'heading', text: 'Paul Lefèvre vous a répondu' },
      {
        kind: 'paragraph',
        text: ['Sous l’article ', { label: 'Douai démarre la ligne 4', url: page('articles/ligne-4') }, ' :'],
      },
      {
        kind: 'quote',
        author: 'Paul Lefèvre',
        at: 'aujourd’hui à 14:32',
        text: 'Oui, elle part de l’entrée sud.\nIl y a deux navettes le matin, à 7 h 10 et à 7 h 40 ; la seconde attend le train de Lille.',
      },
      { kind: 'button', label: 'Voir la discussion', url: page('articles/ligne-4#comment-12') },
    ],
    footer: {
      reason: 'Vous recevez ce message parce que vous avez écrit dans cette discussion.',
      links: [
        { label: 'Ne plus suivre cette discussion', url: page('unfollow?d=12') },
        { label: 'Régler mes notifications', url: page('settings') },
      ],
    },
  },
  action: {
    lang: 'en',
    brand: 'The Thread',
    preview: 'To read before Friday: how to leave building C in an emergency',
    blocks: [
      { kind: 'heading', text: 'Please read before Friday: leaving building C in an emergency' },
      {
        kind: 'paragraph',
        text: [
          { bold: 'Sandrine Pruvost' },
          ' has asked everyone in ',
          { label: 'Quality Douai', url: page('groups/quality') },
          ' to confirm that they have read this announcement. It takes two minutes.',
        ],
      },
      { kind: 'button', label: 'Read and confirm', url: page('posts/31') },
      {
        kind: 'paragraph',
        text: ['If you are away this week, you have until the Friday after your return.'],
      },
    ],
    footer: {
      reason: 'You receive this mail because you are a member of Quality Douai.',
      links: [{ label: 'Change what is sent to me', url: page('settings') }],
    },
  },
  digest: {
    lang: 'fr',
    brand: 'Le Fil',
    preview: '6 nouvelles que vous n’avez pas vues cette semaine',
    blocks: [
      { kind: 'heading', text: 'Ce que vous n’avez pas vu cette semaine' },
      {
        kind: 'lines',
        title: 'Pour vous',
        lines: [
          {
            text: 'Amel Ouadah vous mentionne dans # outillage',
            detail: 'Qualité Douai · hier à 9:12',
            url: page('posts/7'),
          },
          {
            text: 'Yuki Arai demande à rejoindre Qualité Douai',
            detail: 'mardi',
            url: page('groups/quality/requests'),
          },
        ],
      },
      {
        kind: 'lines',
        title: 'Dans vos groupes',
        lines: [
          { text: 'Qui a déjà branché la nouvelle presse ?', detail: 'Outillage · 14 réponses', url: page('posts/8') },
          { text: 'Compte rendu de la réunion sécurité', detail: 'Sécurité Lens · 2 réponses', url: page('posts/9') },
          { text: 'Il y a du nouveau dans un groupe restreint', detail: 'jeudi', url: page('groups') },
        ],
      },
      { kind: 'button', label: 'Tout voir', url: page('') },
    ],
    footer: {
      reason: 'Vous recevez ce résumé chaque lundi, s’il y a du nouveau.',
      links: [
        { label: 'Arrêter ce résumé', url: page('settings/digest') },
        { label: 'Régler mes notifications', url: page('settings') },
      ],
    },
  },
  rightToLeft: {
    lang: 'en',
    dir: 'rtl',
    brand: 'الخيط',
    preview: 'أجابتك ليلى حداد',
    blocks: [
      { kind: 'heading', text: 'أجابتك ليلى حداد' },
      {
        kind: 'paragraph',
        text: ['تحت المقال ', { label: 'انطلاق الخط الرابع في دواي', url: page('articles/ligne-4') }],
      },
      {
        kind: 'quote',
        author: 'ليلى حداد',
        at: 'اليوم، 14:32',
        text: 'نعم، تنطلق من المدخل الجنوبي.\nThe second shuttle waits for the train from Lille.',
      },
      { kind: 'button', label: 'عرض النقاش', url: page('articles/ligne-4#comment-12') },
    ],
    footer: {
      reason: 'تصلك هذه الرسالة لأنك شاركت في هذا النقاش.',
      links: [{ label: 'الإعدادات', url: page('settings') }],
    },
  },
};
