import type { Stage } from '../stage.ts';
import { statesOf } from './state.ts';

const tag = (wall: string) => `<parvis-activity-wall wall="${wall}" composer="none"></parvis-activity-wall>`;
const choices = ['9 h 30, juste après la relève', '11 h, avec Lyon', '14 h'];

/** A wall with a poll of Paul's, on which two others have voted. */
async function wallWithPoll(stage: Stage, poll: object = {}): Promise<{ wall: string; post: string; ids: string[] }> {
  const wall = `page:${stage.newKey()}`;
  const body = 'Revue du lundi : on garde quelle heure ?';
  const selection = 'post { id content { ... on Poll { choices { id } } } }';
  const { post } = await stage.paul.mutate(
    'addPost',
    { wallKey: wall, body, content: { poll: { choices, ...poll } } },
    selection,
  );
  const ids = post.content.choices.map(({ id }: { id: string }) => id);
  await stage.ines.mutate('votePoll', { postId: post.id, choiceIds: [ids[0]] });
  return { wall, post: post.id, ids };
}

const inThreeDays = () => new Date(Date.now() + 3 * 86_400_000).toISOString();

export const pollStates = statesOf('poll', {
  'to vote in': async (stage) => {
    await stage.open(tag((await wallWithPoll(stage, { endsAt: inThreeDays() })).wall));
    await stage.find('parvis-poll fieldset').waitFor();
  },
  'with several answers chosen': async (stage) => {
    await stage.open(tag((await wallWithPoll(stage, { multiple: true })).wall));
    await stage.find('parvis-poll input').first().check();
    await stage.find('parvis-poll input').last().check();
  },
  'voted in': async (stage) => {
    await stage.open(tag((await wallWithPoll(stage, { endsAt: inThreeDays() })).wall));
    await stage.find('parvis-poll input').first().click();
    await stage.find('parvis-poll .change').waitFor();
  },
  'closed, with results': async (stage) => {
    const { wall, post } = await wallWithPoll(stage);
    await stage.paul.mutate('closePoll', { postId: post });
    await stage.open(tag(wall));
    await stage.find('parvis-poll ul').waitFor();
  },
  'being written, with what is missing': async (stage) => {
    await stage.open(`<parvis-activity-wall wall="page:${stage.newKey()}"></parvis-activity-wall>`);
    await stage.find('parvis-post-form textarea').fill('Revue du lundi : on garde quelle heure ?');
    await stage.find('parvis-kind-field button').click();
    await stage.find('parvis-poll-editor .answer').first().fill('9 h 30, juste après la relève');
    await stage.find('parvis-post-form [part=submit]').click();
    await stage.find('parvis-poll-editor [role=alert]').waitFor();
  },
});
