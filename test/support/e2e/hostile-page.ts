import type { BrowserContext, Page } from 'playwright-core';
import { Stage } from './stage.ts';
import { type Traffic, watchTraffic } from './browser.ts';

/** Everything that a page did which nobody asked it to do. */
export interface Misdeeds {
  traffic: Traffic;
  dialogs: string[];
  /** What a content security policy would have stopped. */
  violations: string[];
}

/** Watches a stage on which people have written the worst that they could. */
export async function buildHostileStage(context: BrowserContext, address: string): Promise<[Stage, Misdeeds]> {
  const stage = await Stage.build(context, address);
  // Only reported: what it would have stopped must be seen. Playwright itself needs `eval`.
  stage.headers = {
    'content-security-policy-report-only':
      "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src data:; object-src 'none'; base-uri 'none'; frame-src 'none'",
  };
  const misdeeds: Misdeeds = { traffic: watchTraffic(stage.page, new URL(address).host), dialogs: [], violations: [] };
  stage.page.on('dialog', (dialog) => {
    misdeeds.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await stage.page.exposeFunction('reportViolation', (violation: string) => misdeeds.violations.push(violation));
  await stage.page.addInitScript(() => {
    const page = window as unknown as Record<string, unknown>;
    const run: string[] = [];
    page['run'] = run;
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) page[name] = () => run.push(name);
    document.write = document.writeln = () => void run.push('document.write');
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (page['reportViolation'] as (violation: string) => void)(`${violatedDirective} ${blockedURI}`);
    });
  });
  return [stage, misdeeds];
}

/** What stands in a page, through all shadow roots, that no text of a person may bring there; and what has been run. */
export function findDangers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = [...(window as unknown as { run: string[] }).run];
    const own = new Set(document.querySelectorAll('head script'));
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (
          element.matches(
            'script, iframe, frame, object, embed, base, form, meta[http-equiv], link[rel=stylesheet], img',
          ) &&
          !own.has(element)
        )
          found.push(element.outerHTML.slice(0, 200));
        for (const { name, value } of element.attributes) {
          const isAddress = ['href', 'src', 'action', 'formaction', 'xlink:href', 'srcdoc'].includes(name);
          const isOwn = own.has(element) || element.matches('link[rel=icon], link[rel=modulepreload]');
          if (
            name.startsWith('on') ||
            (name === 'style' && value.includes('url(')) ||
            (isAddress && !isOwn && !/^(https?:|mailto:|tel:|#|\/(?!\/))/.test(value))
          )
            found.push(`${element.localName} ${name}="${value.slice(0, 200)}"`);
        }
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    return [...new Set(found)];
  });
}
