export const en = {
  editPost: 'Edit the post',
  save: 'Save',
  saved: 'Post updated.',
};

export type PostEditorStrings = typeof en;
