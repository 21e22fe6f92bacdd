import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { App } from '../app.ts';
import { shippedFolder } from '../platform/shipped-folder.ts';
import { UsageError } from './usage-error.ts';

export interface SeedOptions {
  /** How many people; those who speak in the conversations are there in any case. */
  people: number;
  /** Called with how many people are there and how many there are to be. */
  onProgress?: (done: number, total: number) => void;
}

/** How much was made. */
export interface SeedResult {
  people: number;
  groups: number;
  posts: number;
  comments: number;
  reactions: number;
}

/** The code that fills a database with the demo's people and what they say. */
interface Seed {
  seedDemo(app: App, options: SeedOptions): Promise<SeedResult | null>;
}

/**
 * Fills an empty database. The demo is no part of the server: it stands beside it, in the repository and in what npm
 * installs, where it is compiled.
 *
 * @returns What was made; null where somebody has written or reacted already.
 * @throws {UsageError} Where the demo is not there.
 */
export async function seedDemo(app: App, options: SeedOptions): Promise<SeedResult | null> {
  const folder = shippedFolder('demo/seed', 'demo/seed');
  const file = ['seed.js', 'seed.ts'].map((name) => join(folder, name)).find((candidate) => existsSync(candidate));
  if (!file) throw new UsageError('The demo did not come with this server.');
  const seed = (await import(pathToFileURL(file).href)) as Seed;
  return seed.seedDemo(app, options);
}
