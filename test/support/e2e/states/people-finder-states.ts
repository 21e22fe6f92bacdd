import type { Stage } from '../stage.ts';
import { beAway } from './away.ts';
import { statesOf } from './state.ts';

const tag = (attributes = '') => `<parvis-people-finder ${attributes}></parvis-people-finder>`;

async function search(stage: Stage, query: string): Promise<void> {
  await stage.open(tag());
  await stage.find('input').fill(query);
}

async function found(stage: Stage, query: string): Promise<void> {
  await search(stage, query);
  await stage.find('[role=row]').first().waitFor();
}

async function detail(stage: Stage, query: string): Promise<void> {
  await found(stage, query);
  await stage.find('button.person').first().click();
  await stage.find('parvis-person-detail section[aria-busy=false] .contacts').waitFor();
}

/** Their own card. */
async function ownCard(stage: Stage, handle: string): Promise<void> {
  await stage.open(tag('sync-url'), handle);
  await stage.page.goto(`${stage.page.url()}&person=${handle}`);
  await stage.find('button.away').waitFor();
}

async function absenceForm(stage: Stage, handle: string): Promise<void> {
  await ownCard(stage, handle);
  await stage.find('button.away').click();
  await stage.find('parvis-absence-form #from:focus').waitFor();
}

export const peopleFinderStates = statesOf('people-finder', {
  skeleton: (stage) => stage.openWhile('waiting', tag()),
  start: (stage) => stage.open(tag()),
  'all filters': async (stage) => {
    await stage.open(tag());
    await stage.find('.actions button').first().click();
  },
  results: (stage) => found(stage, 'paul'),
  'results as cards': async (stage) => {
    await stage.open(tag('query="douai" layout="cards"'));
    await stage.find('[role=row]').first().waitFor();
  },
  'a result in focus': async (stage) => {
    await found(stage, 'lefevre');
    await stage.find('input').press('ArrowDown');
  },
  'a filter chosen': async (stage) => {
    await stage.open(tag('location="Douai"'));
    await stage.find('[role=row]').first().waitFor();
  },
  'waiting for results': async (stage) => {
    await stage.open(tag());
    stage.network = 'waiting';
    await stage.find('input').fill('paul');
    await stage.find('.skeleton').first().waitFor();
  },
  nobody: async (stage) => {
    await search(stage, 'xyzzyplugh');
    await stage.find('.nobody').waitFor();
  },
  'nobody with these filters': async (stage) => {
    await stage.open(tag('location="Douai" query="xyzzyplugh"'));
    await stage.find('.nobody button').waitFor();
  },
  'a person': (stage) => detail(stage, 'paul lefevre'),
  'somebody is away': async (stage) => {
    await beAway(stage, 'marc.delattre', 'chloe.lefebvre', 'Paternity leave. For the furnace, please write to Chloé.');
    await found(stage, 'delattre');
    await stage.find('parvis-absence .days').first().waitFor();
  },
  'a person who is away': async (stage) => {
    await beAway(stage, 'marc.delattre', 'chloe.lefebvre', 'Paternity leave. For the furnace, please write to Chloé.');
    await detail(stage, 'marc delattre');
    await stage.find('parvis-person-detail parvis-absence .note').waitFor();
  },
  'one’s own card': (stage) => ownCard(stage, 'tom.hargreaves'),
  'saying that one is away': async (stage) => {
    await absenceForm(stage, 'tom.hargreaves');
    await stage.find('parvis-absence-form .primary').click();
    await stage.find('parvis-absence-form .problem').waitFor();
  },
  'changing one’s absence': async (stage) => {
    await beAway(stage, 'gwenaelle.lebras', 'nadia.benali', 'Back on the ward of reading');
    await absenceForm(stage, 'gwenaelle.lebras');
  },
  'a manager': (stage) => detail(stage, 'directeur'),
  'a person who is not there': async (stage) => {
    await stage.open(tag('sync-url'));
    await stage.page.goto(`${stage.page.url()}&person=nobody.at-all`);
    await stage.find('[part=notice]').waitFor();
  },
  'results, failing': async (stage) => {
    await stage.open(tag());
    stage.network = 'broken';
    await stage.find('input').fill('paul');
    await stage.find('[part=notice]').waitFor();
  },
  'signed out': (stage) => stage.open(tag(), 'nobody'),
  error: (stage) => stage.openWhile('broken', tag()),
  offline: (stage) => stage.openWhile('offline', tag()),
  forbidden: (stage) => stage.openWhile('forbidden', tag()),
});
