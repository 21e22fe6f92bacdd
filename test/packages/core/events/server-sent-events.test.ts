import { readServerSentEvents, type ServerSentEvent } from '@parvis/core/events/server-sent-events.js';
import { expect } from '@open-wc/testing';

const text = [
  ':\n\n',
  'id: 1-1\nevent: next\ndata: {"text":"Été à l’atelier 🚲"}\n\n',
  ': a comment\r\nevent: next\r\ndata: one\r\ndata:two\r\n\r\n',
  'event: nothing\n\n',
  'data\ndata:  two spaces\rretry: 3\r\r',
  'unknown: field\nevent: complete\ndata:\n\n',
  'event: next\ndata: cut off',
].join('');

const messages: ServerSentEvent[] = [
  { event: 'next', data: '{"text":"Été à l’atelier 🚲"}' },
  { event: 'next', data: 'one\ntwo' },
  { event: 'message', data: '\n two spaces' },
  { event: 'complete', data: '' },
];

describe('event stream parser', () => {
  const read = async (pieces: Uint8Array[], heard = () => {}) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece);
        controller.close();
      },
    });
    const all: ServerSentEvent[] = [];
    for await (const message of readServerSentEvents(body, heard)) all.push(message);
    return all;
  };
  const bytes = new TextEncoder().encode(text);

  it('reads the messages of a stream', async () => {
    expect(await read([bytes])).to.deep.equal(messages);
  });

  it('reads the same wherever it is cut, within a character or a line end too', async () => {
    for (let cut = 1; cut < bytes.length; cut += 1) {
      expect(await read([bytes.slice(0, cut), bytes.slice(cut)]), `cut at ${cut}`).to.deep.equal(messages);
    }
  });

  it('reads the same byte by byte', async () => {
    expect(await read(Array.from(bytes, (byte) => new Uint8Array([byte])))).to.deep.equal(messages);
  });

  it('hears comments as signs of life', async () => {
    let heard = 0;

    await read([new TextEncoder().encode(':\n\n'), new TextEncoder().encode(':\n\n')], () => heard++);

    expect(heard).to.equal(2);
  });
});
