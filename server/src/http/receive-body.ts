import type { IncomingMessage } from 'node:http';
import type { BodyPool } from './body-pool.ts';
import { BodyRefused, bodyTooLarge } from './exchange.ts';

const empty: Buffer = Buffer.alloc(0);
const ignore = () => undefined;

/**
 * The body of a message, which may come in as many pieces as its sender likes: they are put into one buffer as they come,
 * since a piece of one byte would cost a hundred.
 *
 * @param address - Whose share of the pool it takes.
 * @throws {BodyRefused}
 */
export function receive(message: IncomingMessage, limit: number, pool: BodyPool, address: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let buffer = empty;
    let size = 0;
    let isDone = false;

    const done = () => {
      isDone = true;
      pool.giveBack(address, size);
      // The message lives as long as its answer, which may be hours; what listens to it would keep the body as long.
      message.off('data', take).off('end', end).off('error', cut).off('close', cut).on('error', ignore);
      buffer = empty;
    };
    const fail = (error: unknown) => {
      if (isDone) return;
      done();
      reject(error as Error);
    };
    const cut = () => fail(new BodyRefused(400, 'The body has not come to its end.'));
    const take = (chunk: Buffer) => {
      try {
        if (size + chunk.length > limit) throw bodyTooLarge(limit);
        pool.take(address, chunk.length);
      } catch (error) {
        fail(error);
        return;
      }
      buffer = size === 0 ? chunk : appended(buffer, size, chunk);
      size += chunk.length;
    };
    const end = () => {
      const whole = buffer.subarray(0, size);
      done();
      resolve(whole);
    };
    message.on('data', take).on('end', end).on('error', cut).on('close', cut);
  });
}

/** Grows to twice its size, so that each byte is copied a few times at most. */
function appended(buffer: Buffer, size: number, chunk: Buffer): Buffer {
  const needed = size + chunk.length;
  let target = buffer;
  if (needed > buffer.length) {
    target = Buffer.allocUnsafeSlow(Math.max(needed, size * 2));
    buffer.copy(target, 0, 0, size);
  }
  chunk.copy(target, size);
  return target;
}
