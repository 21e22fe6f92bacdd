import '@parvis/activity-wall/parvis-activity-wall.js';
import '@parvis/comment-thread/parvis-comment-thread.js';
import '@parvis/like-button/parvis-like-button.js';
import '@parvis/people-finder/parvis-people-finder.js';
import { expect } from '@open-wc/testing';
import { configureParvis } from '@parvis/core';
import { defaultClient } from '@parvis/core/client/default-client.js';
import type { LitElement } from 'lit';
import { Network } from '../../support/browser/network.ts';
import { until } from '../../support/pages/until.ts';

/** Lit renders an element that was taken out, too, where it was to be rendered. */
describe('a widget that is taken out before it is rendered', () => {
  let network: Network;
  let observers: Set<unknown>;
  beforeEach(() => {
    configureParvis({ endpoint: 'https://page.example/graphql' });
    network = new Network();
    network.silence();
    observers = new Set();
    const { cache } = defaultClient();
    const observe = cache.observe.bind(cache);
    cache.observe = (listener) => {
      const stop = observe(listener);
      observers.add(listener);
      return () => {
        observers.delete(listener);
        stop();
      };
    };
  });
  afterEach(() => network.restore());

  const tags = ['parvis-like-button', 'parvis-comment-thread', 'parvis-activity-wall', 'parvis-people-finder'];
  for (const tag of tags)
    it(`is kept by nobody, and asks nothing: ${tag}`, async () => {
      const widget = document.createElement(tag) as LitElement;
      document.body.append(widget);
      widget.remove();

      await widget.updateComplete;

      expect(observers.size).to.equal(0);
      await new Promise((resolve) => setTimeout(resolve));
      expect(network.requests).to.have.length(0);
    });

  it('is rendered, and follows, once it is put in again', async () => {
    const widget = document.createElement('parvis-like-button') as HTMLElement & LitElement;
    document.body.append(widget);
    widget.remove();
    await widget.updateComplete;

    document.body.append(widget);

    await until(() => network.requests.length === 1, 'it asks');
    expect(observers.size).to.equal(1);
    widget.remove();
    expect(observers.size).to.equal(0);
  });
});
