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
  confirmDelete: 'Delete this post for everyone? This cannot be undone.',
  keep: 'Keep it',
  deleted: 'Post deleted.',
  undo: 'Undo',
  restored: 'Post restored.',
};

export type PostActionsStrings = typeof en;
