import type { Answered, AnswerTaker, MailAnswer } from '../../mail/mail-answer.ts';
import type { MailLanguage } from '../../mail/outgoing/mail-blocks.ts';
import { Refusal } from '../../platform/refusal.ts';
import { globalIdOf, type SubjectKind, type SubjectService } from '../subjects/index.ts';
import type { CommentService } from './comment-service.ts';

/** What can be answered by a comment. */
export const answeredTypes = ['Page', 'Post', 'Comment'] as const satisfies SubjectKind[];

const attached: Readonly<Record<MailLanguage, (names: string) => string>> = {
  en: (names) => `Attached to the mail: ${names}`,
  fr: (names) => `Joint au mail : ${names}`,
};
/** More are counted. */
const mostNamed = 10;

/** An answer by mail becomes a comment, as if it had been written on the page. */
export function commentAnswers(comments: CommentService, subjects: SubjectService): AnswerTaker {
  return {
    async take(viewer, answer, key) {
      const subjectId = await idOf(answer.to);
      await comments.create(viewer, { subjectId, body: bodyOf(answer), mailRest: answer.rest }, key);
    },
  };

  async function idOf({ type, id }: Answered) {
    const subject = (await subjects.byRowIds(type as SubjectKind, [id])).get(id);
    if (!subject) throw new Refusal('NOT_FOUND', 'This is not here, or no longer.');
    return globalIdOf(subject);
  }
}

/** What was written, and what was attached to it. */
function bodyOf({ written, attachments, language }: MailAnswer): string {
  if (attachments.length === 0) return written;
  const names = attachments.slice(0, mostNamed).map(({ name }) => `\`${name.replaceAll('`', '’') || '?'}\``);
  const more = attachments.length > mostNamed ? `, +${attachments.length - mostNamed}` : '';
  return `${written}\n\n${attached[language](names.join(', ') + more)}`.trim();
}
