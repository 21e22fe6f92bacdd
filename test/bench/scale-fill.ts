import type { DialectName } from '../../server/src/database/connect.ts';
import { parseRichText } from '../../server/src/modules/rich-text/index.ts';

/** How much a company has written. */
export interface ScaleSizes {
  people: number;
  /** Each with 50 comments and 25 reactions. */
  pages: number;
  /** Of pages, each with 50 posts. */
  walls: number;
}

export const perThread = 50;
export const perWall = 50;
const reactionsTo = { page: 25, post: 5, comment: 3 };

export function countsOf({ people, pages, walls }: ScaleSizes) {
  const [comments, posts] = [pages * perThread, walls * perWall];
  const reactions = pages * reactionsTo.page + posts * reactionsTo.post + comments * reactionsTo.comment;
  return { comments, posts, reactions, people };
}

/** The place of a number in the texts, of which no two are the same: the server keeps what it has parsed. */
const numberInText = '4242424242';
const texts = [
  `The *new* line starts on Monday, note ${numberInText}: see https://intranet.example.org/lines/${numberInText} please.`,
  `Thank you, this helps us a lot in the plant. (${numberInText})`,
  `**${numberInText}** orders are waiting:\n\n- those of last week\n- those of the customers in the north, which came too late\n\nWho takes them?`,
  `I asked for ${numberInText} and got an answer the same day. The form is on the page of the workshop, below the plan of the building.`,
];

/** Where a kind of row has its number in its ids. */
const kinds = { person: 1, page: 2, wall: 3, post: 4, comment: 5, reaction: 6 };
const start = Date.UTC(2024, 0, 1);
const year = 365 * 24 * 3_600_000;

/**
 * Statements that fill a database of the newest schema, both databases alike. What is said of one page is spread over
 * two years, so that the rows of a thread are far apart, as they are where many write. Runs without foreign keys.
 */
export function* fillingStatements(dialect: DialectName, sizes: ScaleSizes): Generator<string> {
  const { comments, posts } = countsOf(sizes);
  const hex = (value: string, width: number) =>
    dialect === 'sqlite' ? `printf('%0${width}x', ${value})` : `lpad(to_hex(cast(${value} as bigint)), ${width}, '0')`;
  // The form of a UUIDv7: its time, then what tells it apart.
  const id = (kind: keyof typeof kinds, n: string, at: string) =>
    `substr(${hex(at, 12)}, 1, 8) || '-' || substr(${hex(at, 12)}, 9) || '-7${kinds[kind]}00-8000-' || ${hex(n, 12)}`;
  const numbers = (count: number) =>
    `with recursive numbers(i) as (select cast(0 as bigint) union all select i + 1 from numbers where i < ${count - 1})`;
  const moment = (count: number) => `(${start} + i * ${Math.floor((2 * year) / count)})`;
  // Anybody but the first, who is the viewer.
  const person = (n: string) => id('person', `1 + (${n}) % ${sizes.people - 1}`, String(start));
  const author = person('i * 48271 % 2147483647');
  const written = `replace(source, '${numberInText}', cast(i as text)), replace(text, '${numberInText}', cast(i as text)),
    replace(tree, '${numberInText}', cast(i as text))`;
  const page = id('page', `i % ${sizes.pages}`, String(start));
  const wall = id('wall', `i % ${sizes.walls}`, String(start));
  const subjects = (kind: 'page' | 'post' | 'comment', count: number, rowId: string, commentCount: number) =>
    `${numbers(count)} insert into subject (id, kind, reaction_count, comment_count)
     select ${rowId}, '${kind[0]!.toUpperCase()}${kind.slice(1)}', ${reactionsTo[kind]}, ${commentCount} from numbers`;
  const reactions = (kind: 'page' | 'post' | 'comment', count: number, rowId: string) => {
    const many = reactionsTo[kind];
    // The viewer reacts to one comment of each thread.
    const mine = kind === 'comment' ? `i / ${sizes.pages} = 7 and j = 0` : '1 = 0';
    return `${numbers(count)}, each_one(j) as (select 0 union all select j + 1 from each_one where j < ${many - 1})
     insert into reaction (id, subject_id, person_id, content, created_at)
     select ${id('reaction', `i * ${many} + j + ${kinds[kind]} * 100000000`, `${moment(count)} + j * 60000`)}, ${rowId},
       case when ${mine} then ${id('person', '0', String(start))} else ${person('i * 48271 + j * 7919')} end,
       case (i + j * j) % 4 when 0 then 'LOVE' when 1 then 'CELEBRATE' else 'LIKE' end, ${moment(count)} + j * 60000
     from numbers cross join each_one`;
  };
  const pageRow = id('page', 'i', String(start));
  const postRow = id('post', 'i', moment(posts));
  const commentRow = id('comment', 'i', moment(comments));

  yield `create temporary table words (n integer primary key, source text, text text, tree text)`;
  for (const [n, text] of texts.entries()) {
    const rich = parseRichText(text, new Map());
    yield `insert into words values (${n}, ${quoted(text)}, ${quoted(rich.text)}, ${quoted(JSON.stringify(rich.tree))})`;
  }
  yield `update people_revision set value = 1`;
  yield `${numbers(sizes.people)} insert into person (id, handle, name, sort_name, name_key, email, email_key, job_title,
      department, location, bio, expertise, languages, status, role, revision, created_at, updated_at)
    select ${id('person', 'i', String(start))}, 'person-' || i, 'Camille Martin ' || i, 'martin camille ' || i,
      'camille martin ' || i, 'person-' || i || '@example.org', 'person-' || i || '@example.org', 'Engineer ' || i % 40,
      'Department ' || i % 300, 'Site ' || i % 90, 'Works on what comes next, and likes to be asked about it.',
      '["welding","planning"]', '["fr","en"]', 'ACTIVE', 'EMPLOYEE', 1, ${start}, ${start} from numbers`;
  yield subjects('page', sizes.pages, pageRow, perThread);
  yield subjects('post', posts, postRow, 0);
  yield subjects('comment', comments, commentRow, 0);
  yield `${numbers(sizes.pages)} insert into page (id, key, title, created_at)
    select ${pageRow}, 'page-' || i, 'Page ' || i, ${start} from numbers`;
  yield `${numbers(sizes.walls)} insert into wall (id, kind, owner, created_at)
    select ${id('wall', 'i', String(start))}, 'page', 'page-' || i, ${start} from numbers`;
  yield `${numbers(posts)} insert into post (id, wall_id, author_id, source, text, tree, created_at)
    select ${postRow}, ${wall}, ${author}, ${written}, ${moment(posts)}
    from numbers join words on n = i % ${texts.length}`;
  yield `${numbers(comments)} insert into comment (id, root_id, parent_id, depth, author_id, source, text, tree, created_at, reaction_count)
    select ${commentRow}, ${page}, ${page}, 0, ${author}, ${written}, ${moment(comments)}, ${reactionsTo.comment}
    from numbers join words on n = (i / ${sizes.pages}) % ${texts.length}`;
  yield reactions('page', sizes.pages, pageRow);
  yield reactions('post', posts, postRow);
  yield reactions('comment', comments, commentRow);
  yield `insert into reaction_group (subject_id, content, count)
    select subject_id, content, count(*) from reaction group by subject_id, content`;
  yield `update subject set reaction_groups = groups from (select subject_id,
      string_agg(content || ':' || "count", ',' order by content) as groups from reaction_group group by subject_id) as counted
    where subject.id = subject_id`;
  yield `update comment set reaction_groups = subject.reaction_groups from subject where subject.id = comment.id`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
