import type { HttpAnswer } from '../../http/exchange.ts';
import { Html, html, htmlPage } from '../../http/html.ts';
import { demoSignInStyle } from './demo-sign-in-style.ts';
import { nobody } from './demo-strategy.ts';
import type { Role } from '../../platform/viewer.ts';

/** A person that a visitor of the demo can choose to be. */
export interface Persona {
  handle: string;
  name: string;
  role: Role;
  jobTitle: string | null;
  department: string | null;
}

interface DemoSignInPage {
  language: 'en' | 'fr';
  personas: Persona[];
  /** The handle of the current persona, or `nobody`. */
  current: string;
  returnPath: string;
}

interface Strings {
  title: string;
  lead: string;
  signedOut: string;
  signedOutHint: string;
  current: string;
  back: string;
  roles: Record<Role, string | null>;
}

const strings: Record<'en' | 'fr', Strings> = {
  en: {
    title: 'Who would you like to be?',
    lead: 'This is a demonstration: choose an invented colleague and see the intranet through their eyes. With two browsers side by side, you can have a conversation.',
    signedOut: 'Signed out',
    signedOutHint: 'See the intranet as a signed-out visitor',
    current: 'Current choice',
    back: 'Back, without changing',
    roles: { EMPLOYEE: null, COMMUNICATOR: 'Communication staff', ADMIN: 'Administrator' },
  },
  fr: {
    title: 'Qui souhaitez-vous être ?',
    lead: 'Ceci est une démonstration : choisissez un collègue inventé et voyez l’intranet par ses yeux. Avec deux navigateurs côte à côte, vous pouvez tenir une conversation.',
    signedOut: 'Non connecté',
    signedOutHint: 'Voir l’intranet comme un visiteur non connecté',
    current: 'Choix actuel',
    back: 'Revenir sans rien changer',
    roles: { EMPLOYEE: null, COMMUNICATOR: 'Équipe communication', ADMIN: 'Administration' },
  },
};

const styleElement = new Html(`<style>${demoSignInStyle}</style>`);

/** One form with a button for each persona. */
export function demoSignInPage({ language, personas, current, returnPath }: DemoSignInPage): HttpAnswer {
  const words = strings[language];
  const choice = (handle: string, name: string, hints: (string | null)[]) =>
    html`<li>
      <button name="persona" value="${handle}" ${handle === current ? html`aria-current="true"` : ''}>
        <span class="name">${name}</span>
        <span class="hint">${hints.filter(Boolean).join(' · ')}</span>
        ${handle === current ? html`<span class="current">${words.current}</span>` : ''}
      </button>
    </li>`;
  return htmlPage(
    demoSignInStyle,
    html`<html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title} – Parvis</title>
        ${styleElement}
      </head>
      <body>
        <main>
          <h1>${words.title}</h1>
          <p>${words.lead}</p>
          <form method="post" action="/demo/sign-in">
            <input type="hidden" name="return" value="${returnPath}" />
            <ul>
              ${personas.map(({ handle, name, role, jobTitle, department }) =>
                choice(handle, name, [jobTitle, department, words.roles[role]]),
              )}
              ${choice(nobody, words.signedOut, [words.signedOutHint])}
            </ul>
          </form>
          <p><a href="${returnPath}">${words.back}</a></p>
        </main>
      </body>
    </html>`,
  );
}
