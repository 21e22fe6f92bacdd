import { type DemoPersonDetails, knownPeople } from './known-people.ts';
import { emailOf, Handles } from './handles.ts';
import { Names } from './names.ts';
import { type Department, departments, type Site, siteHead, sites } from './organisation.ts';
import { choose, chooseByShare } from './choose.ts';
import { pick, type Random, randomFrom } from '../random.ts';

export type { DemoPersonDetails } from './known-people.ts';

/** How many people report to one. */
const SPAN = 9;

const bios = [
  'Toujours partant pour un café à la machine du deuxième.',
  'Ici depuis {years} ans, et encore des choses à apprendre.',
  'Passez me voir, la porte est ouverte (sauf pendant les essais).',
  'À temps partiel le mercredi.',
  'Secouriste du travail. Vélo par tous les temps.',
  'Avant, {years} ans dans l’aéronautique.',
  'Ask me anything before nine, and after tea.',
  'Usually on the shop floor. Best reached by chat.',
];

/** Those of a department at a site: the first leads it, and each leads the next few. */
interface Team {
  site: Site;
  department: Department;
  handles: string[];
}

/**
 * So many invented people of the demo's company, managers before those they manage, those known by name first. The
 * same at every call with the same seed.
 */
export function* generatePeople(count: number, seed = 1): Generator<DemoPersonDetails> {
  const known = knownPeople.slice(0, count);
  yield* known;
  const random = randomFrom(seed);
  const names = new Names(random);
  const handles = new Handles(knownPeople.map(({ handle }) => handle));
  const siteHeads = new Map(
    known.filter(({ jobTitle }) => jobTitle === 'Directrice du site').map((head) => [head.location, head.handle]),
  );
  const teams = new Map<string, Team>();

  for (let index = known.length; index < count; index++) {
    const site = sites.find(({ name }) => !siteHeads.has(name)) ?? chooseByShare(random, sites);
    const department = chooseByShare(random, departments);
    const name = names.invent(chooseByShare(random, originShares(site)).origin);
    const handle = handles.give(name.first, name.surname);
    const leadsSite = !siteHeads.has(site.name);
    const team = teamOf(teams, site, department);
    const place = team.handles.length;
    const leads = leadsSite || place * SPAN < expectedSize(team, count);
    const title = leadsSite ? siteHead : titleOf(random, team, place, leads);
    if (leadsSite) siteHeads.set(site.name, handle);
    else team.handles.push(handle);
    const manager = leadsSite ? known[0]!.handle : managerOf(team, place, siteHeads.get(site.name)!);
    yield {
      handle,
      name: `${name.first} ${name.surname}`,
      employeeNumber: null,
      email: emailOf(handle),
      mailProved: true,
      phone: random() < 0.85 ? phoneNumber(random, site.phone) : null,
      jobTitle: site.language === 'en' ? title[2] : title[name.feminine ? 1 : 0],
      department: leadsSite ? 'Direction' : department.name,
      location: site.name,
      bio: random() < 0.15 ? choose(random, bios).replace('{years}', String(2 + Math.floor(random() * 30))) : null,
      avatarUrl: null,
      expertise: leadsSite ? ['pilotage'] : pick(random, department.expertise, 1 + Math.floor(random() * 4)),
      languages: languagesOf(random, site),
      // Nobody who manages others has left without a successor.
      status: !leads && random() < 0.03 ? 'DEPARTED' : 'ACTIVE',
      role: 'EMPLOYEE',
      kind: 'EMPLOYEE',
      manager,
    };
  }
}

function teamOf(teams: Map<string, Team>, site: Site, department: Department): Team {
  const key = `${site.name}/${department.name}`;
  let team = teams.get(key);
  if (!team) {
    team = { site, department, handles: [] };
    teams.set(key, team);
  }
  return team;
}

/** The first leads the team and reports to the site; from then on each has nine. */
function managerOf({ handles }: Team, place: number, siteHead: string): string {
  return place === 0 ? siteHead : handles[Math.floor((place - 1) / SPAN)]!;
}

function expectedSize({ site, department }: Team, count: number): number {
  return (count * site.share * department.share) / 10_000;
}

function titleOf(random: Random, { department }: Team, place: number, leads: boolean) {
  if (place === 0) return department.head;
  return leads ? department.lead : choose(random, department.titles);
}

function originShares({ origins }: Site) {
  return Object.entries(origins).map(([origin, share]) => ({ origin: origin as keyof typeof origins, share }));
}

function languagesOf(random: Random, site: Site): string[] {
  const languages = new Set(site.languages);
  if (random() < 0.4) languages.add('en');
  if (random() < 0.1) languages.add(choose(random, ['fr', 'de', 'es', 'it', 'pt', 'nl']));
  return [...languages];
}

function phoneNumber(random: Random, pattern: string): string {
  return pattern.replace(/x/g, () => String(Math.floor(random() * 10)));
}
