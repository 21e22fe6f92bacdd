import { isSubjectId, pageKey } from '@parvis/core';

/** What a thread is about, as its tag names it: the id of a post, or the key of a page. */
export const threadKey = (subject?: string): string => (subject && isSubjectId(subject) ? subject : pageKey(subject));
