import { Api } from '../api.ts';
import { settled } from '../browser.ts';
import type { Stage } from '../stage.ts';
import { statesOf } from './state.ts';

const tag = (group: string, attributes = '') => `<parvis-group group="${group}" ${attributes}></parvis-group>`;
const list = (attributes = '') => `<parvis-group-list ${attributes}></parvis-group-list>`;

const purpose = 'On y parle des contrôles, des écarts et de ce qui les évite. Toute question est la bienvenue.';

interface Made {
  id: string;
  handle: string;
}

/** A group of Inès’s, with some colleagues and two posts in it. */
async function made(stage: Stage, input: object = {}, members: Record<string, string> = {}): Promise<Made> {
  const name = `Qualité Douai ${stage.newKey().split('-').at(-1)}`;
  const { group } = await stage.ines.mutate('addGroup', { name, purpose, ...input }, 'group { id handle }');
  const roles = { 'nadia.benali': 'ANIMATOR', 'marc.delattre': 'MEMBER', 'claire.montagnier': 'MEMBER', ...members };
  for (const [handle, role] of Object.entries(roles)) {
    await stage.ines.mutate('setMembership', { groupId: group.id, personId: await personId(stage.ines, handle), role });
  }
  await stage.ines.addPost(`group:${group.handle}`, 'Le toit de l’entrepôt B est terminé. Merci à l’équipe de nuit !');
  return group;
}

async function personId(api: Api, handle: string): Promise<string> {
  return (await api.query('query ($handle: String!) { person(handle: $handle) { id } }', { handle })).person.id;
}

const privateGroup = { visibility: 'PRIVATE', join: 'REQUEST' };
const me = 'paul.lefevre';

/** Opens a group as Paul, with a role of his. */
async function openAs(stage: Stage, role: string | undefined, input: object = {}): Promise<Made> {
  const group = await made(stage, input, role ? { [me]: role } : {});
  await stage.open(tag(group.handle));
  return group;
}

async function choose(stage: Stage, name: RegExp): Promise<void> {
  await stage.find('parvis-group button.more').first().click();
  await stage.page.getByRole('menuitem', { name }).click();
}

async function panel(stage: Stage, content: string): Promise<void> {
  await stage.find(`parvis-group-panel ${content}`).first().waitFor();
  await settled(stage.page);
}

async function openSettings(stage: Stage, input: object = {}): Promise<Made> {
  const group = await openAs(stage, 'OWNER', input);
  await choose(stage, /Settings|Réglages/);
  await panel(stage, '#name');
  return group;
}

export const groupStates = statesOf('group', {
  skeleton: (stage) => stage.openWhile('waiting', tag('quality-douai')),
  'signed out': (stage) => stage.open(tag('quality-douai'), 'nobody'),
  'not there': (stage) => stage.open(tag('no-such-group')),
  'to join': async (stage) => void (await openAs(stage, undefined)),
  'private, to ask': async (stage) => void (await openAs(stage, undefined, privateGroup)),
  'asking, with a word': async (stage) => {
    await openAs(stage, undefined, privateGroup);
    await stage.find('parvis-group .acts .primary').click();
    await panel(stage, 'textarea');
    await stage.find('parvis-group-ask textarea').fill('Je reprends le contrôle des brides de la ligne 4.');
  },
  asked: async (stage) => {
    const group = await made(stage, privateGroup);
    await stage.paul.mutate('requestMembership', { groupId: group.id, words: 'Je reprends la ligne 4.' });
    await stage.open(tag(group.handle));
  },
  refused: async (stage) => {
    const group = await made(stage, privateGroup);
    await stage.paul.mutate('requestMembership', { groupId: group.id });
    await stage.ines.mutate('decideMembership', {
      groupId: group.id,
      personId: await personId(stage.ines, me),
      accept: false,
    });
    await stage.open(tag(group.handle));
  },
  invited: async (stage) => {
    const group = await made(stage, { visibility: 'PRIVATE', join: 'INVITE' });
    await stage.ines.mutate('inviteToGroup', { groupId: group.id, personId: await personId(stage.ines, me) });
    await stage.open(tag(group.handle));
  },
  'by invitation only': async (stage) =>
    void (await openAs(stage, undefined, { visibility: 'PRIVATE', join: 'INVITE' })),
  member: async (stage) => void (await openAs(stage, 'MEMBER', privateGroup)),
  'with channels, one shown': async (stage) => {
    const group = await made(stage, privateGroup, { [me]: 'ANIMATOR' });
    const wallKey = `group:${group.handle}`;
    const selection = 'wall { channels { id name } }';
    for (const name of ['ligne-4', 'outillage']) await stage.ines.mutate('addChannel', { wallKey, name });
    const { wall } = await stage.ines.mutate('addChannel', { wallKey, name: 'audits' }, selection);
    const audits = wall.channels.find(({ name }: { name: string }) => name === 'audits');
    await stage.ines.mutate('addPost', { wallKey, channelId: audits.id, body: 'L’audit de mars est passé.' });
    await stage.open(tag(group.handle, 'channel="audits"'));
    await stage.find('parvis-post-form textarea').focus();
    await stage.page
      .getByText(/Only members of|Seuls les membres de/)
      .first()
      .waitFor();
  },
  'dividing its wall': async (stage) => {
    const group = await made(stage, privateGroup, { [me]: 'ANIMATOR' });
    const wallKey = `group:${group.handle}`;
    for (const name of ['audits', 'ligne-4']) await stage.ines.mutate('addChannel', { wallKey, name });
    await stage.open(tag(group.handle));
    await stage.find('parvis-group .divide').click();
    await panel(stage, 'li');
  },
  'head only': async (stage) => {
    const group = await made(stage, privateGroup, { [me]: 'MEMBER' });
    await stage.open(tag(group.handle, 'layout="head"'));
  },
  'asked to take it over': async (stage) => {
    const admin = new Api(stage.address, 'antoine.perrin');
    const owner = { personId: await personId(admin, 'helen.bradshaw') };
    await admin.mutate('reactivatePerson', owner);
    const group = await made(stage, privateGroup, {
      'nadia.benali': 'MEMBER',
      'helen.bradshaw': 'OWNER',
      [me]: 'ANIMATOR',
    });
    const ines = { groupId: group.id, personId: await personId(stage.ines, 'ines.carpentier'), role: 'MEMBER' };
    await stage.ines.mutate('setMembership', ines);
    await admin.mutate('deactivatePerson', owner);
    await stage.open(tag(group.handle));
    await stage.find('parvis-group-offer button').first().waitFor();
    await settled(stage.page);
  },
  menu: async (stage) => {
    await openAs(stage, 'OWNER');
    await stage.find('parvis-group button.more').first().click();
    await stage.find('parvis-group [role=menuitem]:focus').waitFor();
  },
  members: async (stage) => {
    await openAs(stage, 'MEMBER');
    await stage.find('parvis-group button.faces').click();
    await panel(stage, 'li');
  },
  'members, for an owner': async (stage) => {
    await openAs(stage, 'OWNER');
    await stage.find('parvis-group button.faces').click();
    await panel(stage, 'li');
    await stage.page.getByRole('button', { name: /(Take out|Retirer) ?: Marc/ }).click();
    await stage.find('parvis-group-members li .link').waitFor();
  },
  'animator, with requests': async (stage) => {
    const group = await made(stage, privateGroup, { [me]: 'ANIMATOR' });
    const words = 'Je reprends le contrôle des brides de la ligne 4.';
    await stage.paul.as('chloe.lefebvre').mutate('requestMembership', { groupId: group.id, words });
    await stage.open(tag(group.handle));
    await stage.page.getByRole('button', { name: /Look at requests|Voir les demandes/ }).click();
    await panel(stage, 'li');
  },
  inviting: async (stage) => {
    await openAs(stage, 'ANIMATOR');
    await stage.find('parvis-group .acts .primary').click();
    await panel(stage, 'input');
    await stage.page.keyboard.type('mar');
    await stage.find('parvis-person-field [role=option]').first().waitFor();
  },
  'leaving to be confirmed': async (stage) => {
    await openAs(stage, 'MEMBER', privateGroup);
    await choose(stage, /Leave|Quitter/);
    await panel(stage, '.safe');
  },
  'leaving as the last owner': async (stage) => {
    const group = await made(stage);
    await stage.open(tag(group.handle), 'ines.carpentier');
    await choose(stage, /Leave|Quitter/);
    await panel(stage, '.safe');
    await stage.find('parvis-group-leave .outlined').click();
    await stage.find('parvis-group-leave [role=alert]').waitFor();
  },
  settings: async (stage) => void (await openSettings(stage, privateGroup)),
  'settings, private to public': async (stage) => {
    await openSettings(stage, privateGroup);
    await stage.find('parvis-group-form input[value=PUBLIC]').check();
    await stage.find('parvis-group-form .change').waitFor();
  },
  'settings, with a rule': async (stage) => {
    await openSettings(stage, { join: 'RULE', rule: 'department = "Qualité" and location != "Douai"' });
    await stage.find('parvis-rule-editor .words').waitFor();
  },
  'settings, with what is missing': async (stage) => {
    await openSettings(stage);
    await stage.find('parvis-group-form #name').fill('');
    await stage.find('parvis-group-settings .primary').click();
    await stage.find('parvis-group-form [role=alert]').waitFor();
  },
  'settings, not taken': async (stage) => {
    await openSettings(stage);
    stage.network = 'broken';
    await stage.find('parvis-group-settings .primary').click();
    await stage.find('parvis-group-settings [part=notice]').waitFor();
  },
  'deletion to be confirmed': async (stage) => {
    await openSettings(stage);
    await stage.find('parvis-group-end .delete').click();
    await stage.find('parvis-group-end #question').waitFor();
  },
  archived: async (stage) => {
    const group = await made(stage, {}, { [me]: 'OWNER' });
    await stage.ines.mutate('setGroupArchived', { groupId: group.id, archived: true });
    await stage.open(tag(group.handle));
  },
  'deleted, can be undone': async (stage) => {
    const group = await made(stage, {}, { [me]: 'OWNER' });
    await stage.paul.mutate('deleteGroup', { groupId: group.id });
    await stage.open(tag(group.handle));
  },
  error: (stage) => stage.openWhile('broken', tag('quality-douai', 'layout="head"')),
  offline: (stage) => stage.openWhile('offline', tag('quality-douai', 'layout="head"')),
  forbidden: (stage) => stage.openWhile('forbidden', tag('quality-douai', 'layout="head"')),
});

export const groupListStates = statesOf('group-list', {
  skeleton: (stage) => stage.openWhile('waiting', list()),
  'signed out': (stage) => stage.open(list(), 'nobody'),
  mine: async (stage) => {
    await made(stage, privateGroup, { [me]: 'OWNER' });
    await made(stage, {}, { [me]: 'MEMBER' });
    await stage.open(list());
    await stage.find('parvis-group-list li .open').first().waitFor();
  },
  'to discover': async (stage) => {
    const group = await made(stage, privateGroup);
    await made(stage);
    await stage.paul.mutate('requestMembership', { groupId: group.id });
    await stage.open(list('scope="discover" query="qualite"'));
    await stage.find('parvis-group-list li .open').first().waitFor();
  },
  'mine, none yet': (stage) => stage.open(list(), 'gerard.morvan'),
  'nothing found': async (stage) => {
    await stage.open(list('query="xyzzyplugh"'));
    await stage.find('parvis-group-list .empty').waitFor();
  },
  'making one': async (stage) => {
    await stage.open(list());
    await stage.find('parvis-group-list .create').click();
    await stage.find('parvis-group-form #name').fill('Écarts de la ligne 4');
  },
  'making one, with what is missing': async (stage) => {
    await stage.open(list());
    await stage.find('parvis-group-list .create').click();
    await stage.find('parvis-group-form #handle').fill('Not this');
    await stage.find('parvis-group-create .primary').click();
    await stage.find('parvis-group-form [role=alert]').first().waitFor();
  },
  'a group in its place': async (stage) => {
    await made(stage, privateGroup, { [me]: 'MEMBER' });
    await stage.open(list('query="qualite"'));
    await stage.find('parvis-group-list .open').first().click();
    await stage.find('parvis-group .head .name').waitFor();
    await settled(stage.page);
  },
  error: (stage) => stage.openWhile('broken', list()),
  offline: (stage) => stage.openWhile('offline', list()),
  forbidden: (stage) => stage.openWhile('forbidden', list()),
});
