import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { connect } from '../../../server/src/database/connect.ts';
import { migrate } from '../../../server/src/database/migrate.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import type { Rows } from './rows.ts';

const program = fileURLToPath(new URL('chain-worker.ts', import.meta.url));
/** How many there are: enough that some are free while those of killed nodes wait for their leases to end. */
const chains = 100;
/** How long to wait for something that has to come, in milliseconds. */
const timeout = 120_000;

/** Chains of jobs in a database, and nodes that do them. */
export class Chains {
  readonly #url: string;
  readonly #rows: Rows;
  readonly #nodes = new Set<ChildProcess>();

  /** Use {@link Chains.create}. */
  constructor(url: string, rows: Rows) {
    this.#url = url;
    this.#rows = rows;
  }

  /** Adds the first step of each. @param rows - Reads the database once it is there. */
  static async create(url: string, rows: () => Rows): Promise<Chains> {
    const database = connect(url);
    await migrate(database.db);
    // Nothing but the end of the job keeps a step from being there twice.
    await sql`create table chain_step (chain integer not null, step integer not null)`.execute(database.db);
    for (let chain = 0; chain < chains; chain += 1) {
      const job = { kind: 'chainStep', key: null, owner: '', attempts: 0, failure: null, dead_at: null, created_at: 0 };
      await database.db
        .insertInto('job')
        .values({ ...job, id: newId(), payload: JSON.stringify({ chain, step: 0 }), due_at: Date.now() })
        .execute();
    }
    await database.close();
    return new Chains(url, rows());
  }

  /** @param mode - `last` adds no more steps. */
  launch(mode: 'last' | '' = ''): ChildProcess {
    const node = spawn(process.execPath, [program, this.#url, mode], { stdio: ['pipe', 'inherit', 'inherit'] });
    this.#nodes.add(node);
    return node;
  }

  async kill(node: ChildProcess): Promise<void> {
    this.#nodes.delete(node);
    const gone = once(node, 'exit');
    node.kill('SIGKILL');
    await gone;
  }

  async close(): Promise<void> {
    for (const node of this.#nodes) await this.kill(node);
    await this.#rows.close();
  }

  async steps(): Promise<number> {
    return this.#count('select count(*) as count from chain_step');
  }

  /** When the last lease ends that a node has now, in milliseconds from now. */
  async longestLease(): Promise<number> {
    const [row] = await this.#rows.read(`select max(due_at) as until from job where owner <> ''`);
    return Number(row!.until ?? 0) - Date.now();
  }

  /** Waits until so many more steps are done. */
  async advance(more: number): Promise<void> {
    const wanted = (await this.steps()) + more;
    await this.#until(async () => (await this.steps()) >= wanted, `${more} more steps`);
  }

  /** Waits until no job is left. */
  async end(): Promise<void> {
    await this.#until(async () => (await this.#count('select count(*) as count from job')) === 0, 'the end');
  }

  /** That no step is missing, and none is there twice. */
  async assertOnce(): Promise<void> {
    const rows = await this.#rows.read(`
      select chain, count(*) as count, count(distinct step) as steps, max(step) as latest from chain_step group by chain`);
    const wrong = rows.filter(({ count, steps, latest }) => count !== steps || steps !== Number(latest) + 1);
    assert.deepEqual(wrong, []);
    const dead = await this.#rows.read(`select id, failure from job where dead_at is not null`);
    assert.deepEqual(dead, []);
  }

  /** That each chain was begun. */
  async assertAll(): Promise<void> {
    assert.equal(await this.#count('select count(distinct chain) as count from chain_step'), chains);
  }

  async #count(sql: string): Promise<number> {
    return Number((await this.#rows.read(sql))[0]!.count);
  }

  async #until(holds: () => Promise<boolean>, what: string): Promise<void> {
    const deadline = Date.now() + timeout;
    while (!(await holds())) {
      if (Date.now() > deadline) throw new Error(`It did not come to ${what}.`);
      await delay(20);
    }
  }
}
