import { fromGlobalId } from '../../../server/src/platform/ids.ts';
import type { Acknowledged, Ledger, Write } from './ledger.ts';
import type { Row, Rows } from './rows.ts';

/** What an audit found; all lists are empty where nothing was lost and nothing is wrong. */
export interface Findings {
  /** Acknowledged, and not there. */
  lost: string[];
  /** There more than once. */
  doubled: string[];
  /** Counters that are not the number of rows that they count, and halves of writes. */
  wrong: string[];
}

export interface Audited {
  findings: Findings;
  /** How many writes are stored whose sender has no answer yet. */
  storedUnanswered: number;
}

/** Counters of which each must be the number of rows that it counts, and rows that must not be alone. */
const invariants: Record<string, string> = {
  'reactions of a subject': `
    select subject.id as id from subject where reaction_count <>
      (select count(*) from reaction where reaction.subject_id = subject.id)`,
  'reactions of a group': `
    select subject_id as id from reaction_group where count <>
      (select count(*) from reaction
        where reaction.subject_id = reaction_group.subject_id and reaction.content = reaction_group.content)`,
  'reactions without a group': `
    select reaction.id as id from reaction left join reaction_group
      on reaction_group.subject_id = reaction.subject_id and reaction_group.content = reaction.content
      where reaction_group.subject_id is null`,
  'groups in the row of a subject': `
    select subject.id as id from subject where reaction_groups <>
      coalesce((select string_agg(content || ':' || "count", ',' order by content) from reaction_group
        where reaction_group.subject_id = subject.id and "count" > 0), '')`,
  'groups in the row of a comment': `
    select comment.id as id from comment join subject on subject.id = comment.id
      where comment.reaction_groups <> subject.reaction_groups`,
  'comments of a page or post': `
    select subject.id as id from subject where kind <> 'Comment' and comment_count <>
      (select count(*) from comment join subject as own on own.id = comment.id
        where comment.root_id = subject.id and own.deleted_at is null)`,
  'answers of a comment': `
    select subject.id as id from subject where kind = 'Comment' and comment_count <>
      (select count(*) from comment join subject as own on own.id = comment.id
        where comment.parent_id = subject.id and (own.deleted_at is null or own.comment_count > 0))`,
  'subjects that are nothing': `
    select subject.id as id from subject
      left join page on page.id = subject.id left join post on post.id = subject.id left join comment on comment.id = subject.id
      where page.id is null and post.id is null and comment.id is null`,
  'keys without a result': `select key as id from idempotency where result = ''`,
};

/** Compares the rows of a database with what was acknowledged. @param pending - Sent, and not acknowledged. */
export async function audit(rows: Rows, ledger: Ledger, pending: readonly Write[]): Promise<Audited> {
  const texts = [
    ...(await rows.read(`select 'Comment' as kind, comment.id as id, source, subject.deleted_at from comment
      join subject on subject.id = comment.id`)),
    ...(await rows.read(`select 'Post' as kind, post.id as id, source, subject.deleted_at from post
      join subject on subject.id = post.id`)),
  ];
  const byKey = Map.groupBy(texts, ({ source }) => keyIn(source));
  const known = new Set([...ledger.acknowledged, ...pending].map(({ key }) => key));
  const wrong = await brokenInvariants(rows);
  for (const { source } of texts.filter((row) => !known.has(keyIn(row.source)))) wrong.push(`${source}: of nobody`);
  return {
    findings: {
      lost: [...lostTexts(ledger, byKey), ...(await lostReactions(rows, ledger, pending))],
      doubled: [...byKey].filter(([, copies]) => copies.length > 1).map(([key]) => key),
      wrong,
    },
    storedUnanswered: pending.filter(({ key }) => byKey.has(key)).length,
  };
}

function keyIn(source: Row[string] | undefined): string {
  return String(source).split(', ')[1]!;
}

function* lostTexts({ acknowledged }: Ledger, byKey: ReadonlyMap<string, Row[]>): Iterable<string> {
  const texts = acknowledged.filter(({ mutation }) => mutation === 'addComment' || mutation === 'addPost');
  const deleted = new Set(
    acknowledged.filter(({ mutation }) => mutation === 'deleteComment').map(({ input }) => input.commentId),
  );
  for (const write of texts) {
    const row = byKey.get(write.key)?.[0];
    if (row?.id !== localId(write)) yield `${write.mutation} ${write.key}`;
    if (deleted.has(write.id) && row?.deleted_at === null) yield `the deletion of ${write.key}`;
  }
}

async function lostReactions(rows: Rows, ledger: Ledger, pending: readonly Write[]): Promise<string[]> {
  const stored = await rows.read(`
    select person.handle as handle, reaction.content as content,
      case when page.id is null then subject.kind else 'Page' end as kind, coalesce(page.key, subject.id) as id
    from reaction join person on person.id = reaction.person_id join subject on subject.id = reaction.subject_id
      left join page on page.id = subject.id`);
  const contents = new Map(stored.map(({ handle, kind, id, content }) => [`${handle} ${kind}:${id}`, content]));
  return ledger
    .reactions(pending)
    .filter(({ handle, subjectId, content }) => {
      const { type, id } = fromGlobalId(subjectId);
      return (contents.get(`${handle} ${type}:${id}`) ?? null) !== content;
    })
    .map(({ handle, subjectId, content }) => `${content ?? 'no reaction'} of ${handle} to ${subjectId}`);
}

/** What the counters of a database do not count, and halves of writes. */
export async function brokenInvariants(rows: Rows): Promise<string[]> {
  const broken: string[] = [];
  for (const [name, sql] of Object.entries(invariants)) {
    for (const { id } of await rows.read(sql)) broken.push(`${name}: ${id}`);
  }
  return broken;
}

function localId({ id }: Acknowledged): string {
  return fromGlobalId(id).id;
}
