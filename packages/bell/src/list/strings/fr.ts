import type { NotificationListStrings } from './en.js';

export const strings: NotificationListStrings = {
  title: 'Notifications',
  show: 'Afficher',
  filters: { all: 'Toutes', unread: 'Non lues', mentions: 'Mentions' },
  levels: { ACTION: 'Action attendue', URGENT: 'Urgent' },
  nothing: {
    all: 'Rien pour l’instant. Vous saurez ici quand on vous répond ou vous mentionne, et ce qui est nouveau dans ce que vous suivez.',
    unread: 'Vous avez tout lu.',
    mentions: 'Personne ne vous a encore mentionné.',
  },
  readAll: 'Tout marquer comme lu',
  markRead: 'Marquer comme lue',
  markUnread: 'Marquer comme non lue',
  of: (label, text) => `${label} : ${text}`,
  unread: 'Non lue :',
  more: 'Afficher plus',
  actions: 'Autres actions',
  mute: (isForAWeek) => `Mettre cette discussion en sourdine${isForAWeek ? ' une semaine' : ''}`,
  choose: 'Choisir comment elle me parvient…',
  muted: 'En sourdine. Les réglages en bas de la liste la font revenir.',
  settings: 'Réglages',
  toSettings: 'Régler ce qui me parvient, et quand',
  back: 'Retour',
  desktop: 'Aussi en notification de cet appareil',
  denied: 'Votre navigateur ne permet pas à ce site d’afficher des notifications. Ses réglages peuvent le changer.',
};
