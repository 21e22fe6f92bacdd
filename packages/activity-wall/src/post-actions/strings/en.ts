export const en = {
  more: 'More actions',
  pinned: 'Pinned',
  copyLink: 'Copy link',
  copied: 'Link copied',
  pin: 'Pin to the top',
  unpin: 'Unpin',
  unpinned: 'Unpinned',
  edit: 'Edit',
  delete: 'Delete',
  confirmDelete: 'Delete this post for everybody? This cannot be undone.',
  keep: 'Keep it',
  deleted: 'Post deleted.',
  undo: 'Undo',
  restored: 'The post is back.',
};

export type PostActionsStrings = typeof en;
