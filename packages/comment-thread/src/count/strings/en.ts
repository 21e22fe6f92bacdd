export const en = {
  comments: (n: number, lang: string) =>
    n ? `${new Intl.NumberFormat(lang).format(n)} ${n === 1 ? 'comment' : 'comments'}` : 'No comments yet',
};

export type CommentCountStrings = typeof en;
