import assert from 'node:assert/strict';
import { it } from 'node:test';
import ts from 'typescript';
import { litDecorators } from '../../scripts/rollup/lit-decorators-plugin.js';

const source = `
import { LitElement } from 'lit';
import { property, query, queryAll, state } from 'lit/decorators.js';
export class X extends LitElement {
  @property() label = '';
  @property({ type: Number, attribute: 'heading-level' }) level = 2;
  @state() private error?: string;
  @query('ul > li') private readonly item!: HTMLElement;
  @queryAll('button') private readonly buttons!: NodeListOf<HTMLElement>;
}
`;

it('the bundle says of a field what its decorator says, and loads nothing that decorates', () => {
  const written = bundled(source);

  for (const statement of [
    'X.createProperty("label");',
    'X.createProperty("level", { type: Number, attribute: \'heading-level\' });',
    'X.createProperty("error", { state: true });',
    `Object.defineProperty(X.prototype, "item", { get() { return this.renderRoot?.querySelector('ul > li') ?? null; } });`,
    `Object.defineProperty(X.prototype, "buttons", { get() { return (this.renderRoot ?? new DocumentFragment()).querySelectorAll('button'); } });`,
  ])
    assert.ok(written.includes(statement), `${statement} is not in\n${written}`);
  assert.doesNotMatch(written, /__decorate|decorators\.js/);
});

it('leaves to Lit what it cannot write', () => {
  const written = bundled(source.replace('@property()', '@property({ hasChanged: () => true })'));

  assert.match(written, /__decorate\(\[\s*property\(\{ hasChanged/);
  assert.match(written, /import \{ __decorate \} from "tslib"/);
  assert.match(written, /import \{ property, .*decorators\.js/);
});

function bundled(text: string): string {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ES2022,
      experimentalDecorators: true,
      useDefineForClassFields: false,
      importHelpers: true,
    },
  });
  const { transform } = litDecorators() as { transform: (code: string, id: string) => { code: string } };
  return transform(outputText, '/packages/x/dist/x.js').code;
}
