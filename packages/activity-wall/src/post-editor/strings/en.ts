export const en = {
  editPost: 'Edit the post',
  save: 'Save',
  saved: 'Post changed.',
};

export type PostEditorStrings = typeof en;
