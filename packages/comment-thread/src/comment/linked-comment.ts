const HASH = /^#comment-([\w-]+)$/;

/** The id of the comment that the address of the page leads to. */
export const linkedCommentId = (): string | undefined => HASH.exec(location.hash)?.[1];

/** The address of a comment on this page. Absolute, because `<base>` would send `#comment-…` to another page. */
export const commentAddress = (id: string): string => `${location.href.replace(/#.*/, '')}#comment-${id}`;
