// In both languages, with the code that a click loads: the first paint needs none of them, and a menu cannot wait.

const en = {
  copyLink: 'Copy link',
  copied: 'Link copied.',
  edit: 'Edit',
  save: 'Save',
  delete: 'Delete',
  added: 'Your comment is there.',
  restored: 'Comment restored.',
};

const fr: typeof en = {
  copyLink: 'Copier le lien',
  copied: 'Lien copié.',
  edit: 'Modifier',
  save: 'Enregistrer',
  delete: 'Supprimer',
  added: 'Votre commentaire est en ligne.',
  restored: 'Commentaire rétabli.',
};

/** What is written on, and said after, what people do with their comments. */
export const actionWords = (lang: string): typeof en => (/^fr\b/i.test(lang) ? fr : en);
