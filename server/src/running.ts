import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RunningPlatform } from './create-platform.ts';
import { AddressList } from './http/address-list.ts';
import { BodyPool } from './http/body-pool.ts';
import { privateHeaders } from './http/exchange.ts';
import { FetchRequest, toResponse } from './http/fetch-adapter.ts';
import { type createHost, hostFiles, nothingHere } from './http/host.ts';
import { NodeRequest, writeAnswer } from './http/node-adapter.ts';
import { observing } from './metrics/observed.ts';
import type { Background } from './platform/background.ts';
import type { JobWorker } from './queue/job-worker.ts';

/** A server that can be asked, started and ended. */
export interface Running {
  /** Answers a request in memory, but for files. @param remoteAddress - Of the peer. */
  fetch(request: Request, remoteAddress?: string): Promise<Response>;
  /** Answers a request of `node:http`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** From now on `/readyz` says no, so that nothing new is sent here, and event streams end, so that they begin elsewhere. */
  drain(): void;
  /** Starts publishing events and doing jobs: those of this process, and orphaned ones. Not for a process without a server. */
  start(): void;
  /** Starts what modules do beside that, such as taking mails. @throws where that cannot be done. */
  startBackground(): Promise<void>;
  /** Takes no new mails and jobs, and lets those under way end within `grace` milliseconds: others do the rest. */
  finishJobs(grace: number): Promise<void>;
  close(): Promise<void>;
}

export function running(
  platform: RunningPlatform,
  host: ReturnType<typeof createHost>,
  worker: JobWorker,
  background: readonly Background[],
): Running {
  const { config, log, metrics, hub, relay, readiness, shared, database } = platform;
  const files = hostFiles(config.demo);
  const observe = observing(metrics, log);
  const bodies = new BodyPool();
  const trustedProxies = new AddressList(config.trustedProxies);
  return {
    async fetch(request, remoteAddress = '127.0.0.1') {
      const answer = await observe(
        new FetchRequest(request, remoteAddress),
        async (asked) => (await host(asked)) ?? nothingHere(asked),
      );
      return toResponse(answer, request.method === 'HEAD');
    },
    async handle(request, response) {
      try {
        const answer = await observe(new NodeRequest(request, bodies, trustedProxies), async (asked) => {
          const answer = await host(asked);
          if (answer) return answer;
          const status = await files(request, response);
          return status === null ? nothingHere(asked) : { status };
        });
        if ('headers' in answer) writeAnswer(response, answer, request.method === 'HEAD');
      } catch (error) {
        log.error({ err: error, url: request.url }, 'request failed');
        if (!response.headersSent) response.writeHead(500, privateHeaders);
        response.end();
      }
    },
    drain() {
      readiness.drain();
      hub.drain();
    },
    start() {
      hub.start();
      relay.start();
      worker.start();
    },
    async startBackground() {
      for (const each of background) await each.start();
    },
    async finishJobs(grace) {
      await Promise.all([worker.stop(grace), ...background.map((each) => each.stop(grace))]);
    },
    async close() {
      await this.finishJobs(0);
      for (const each of background) await each.close();
      await relay.stop();
      hub.close();
      await shared.close();
      await database.close();
    },
  };
}
