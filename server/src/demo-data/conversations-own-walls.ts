import { post, say, type WallTalk } from './conversation.ts';

/** People's own walls. */
export const ownWalls: readonly WallTalk[] = [
  {
    wall: 'person:nadia.benali',
    posts: [
      post(
        2.6,
        say(
          'nadia.benali',
          'Inventaire tournant : allée 12 terminée, écart de trois joints sur 8 400. On les cherche encore, par principe.',
          { LIKE: 13, LAUGH: 5 },
          say('mehdi.cherif', 'La comptabilité vous aime.', { LOVE: 6, LAUGH: 3 }),
        ),
      ),
      post(
        21,
        say(
          'nadia.benali',
          'Deux nouveaux caristes dans l’équipe du soir, Jordan et Malika. Dites-leur bonjour, ils ne mordent pas.',
          18,
        ),
      ),
    ],
  },
  {
    wall: 'person:paul.lefevre',
    posts: [
      post(
        1.1,
        say(
          'paul.lefevre',
          'Parking nord : la dalle est coulée, il faut maintenant la laisser sécher. Non, on ne peut pas marcher dessus « juste un peu ».',
          { LIKE: 14, LAUGH: 16 },
          say(
            'hugo.masson',
            'Il y a déjà des empreintes de chat.',
            { LAUGH: 19, LOVE: 4 },
            say('paul.lefevre', 'Le chat a une dérogation.', { LAUGH: 23 }),
          ),
        ),
      ),
      post(
        30.5,
        say(
          'paul.lefevre',
          'Objets trouvés du mois : quatre parapluies, une flûte traversière, un seul gant de chaque main, mais pas de la même paire. Poste de garde.',
          { LAUGH: 17, LIKE: 5 },
        ),
      ),
    ],
  },
  {
    wall: 'person:emma.rousseau',
    posts: [
      post(
        4.2,
        say(
          'emma.rousseau',
          'Première semaine : j’ai appris ce qu’est une volute, un presse-étoupe, et qu’il ne faut pas s’asseoir à la place d’Antoine. Merci pour l’accueil !',
          { LIKE: 22, LOVE: 9, LAUGH: 11 },
          say('antoine.perrin', 'Tu peux t’y asseoir le vendredi.', { LAUGH: 14 }),
          say(
            'ines.carpentier',
            'Et la salle B 204, tu l’as trouvée ?',
            3,
            say('emma.rousseau', 'Elle n’existe pas. C’est la B 240. J’ai une affiche à corriger.', {
              LAUGH: 16,
              LIKE: 4,
            }),
          ),
        ),
      ),
    ],
  },
  {
    wall: 'person:tom.hargreaves',
    posts: [
      post(
        8.3,
        say(
          'tom.hargreaves',
          'Shaft alignment tip of the week: do it, go and have a brew, do it again. The second number is the one to write down.',
          { LIKE: 19, INSIGHTFUL: 9, LAUGH: 4 },
          say('marc.delattre', 'La métrologie approuve officiellement la pause-thé.', { LAUGH: 11, LIKE: 6 }),
        ),
      ),
    ],
  },
  {
    wall: 'person:claire.montagnier',
    posts: [
      post(
        13.7,
        say(
          'claire.montagnier',
          'De retour de Gent et de Manchester. Trois choses que je retiens :\n\n- une carte et un crayon valent mieux qu’un formulaire\n- vos clients connaissent vos prénoms\n- il faut changer cette machine à café',
          { LIKE: 43, LAUGH: 14, INSIGHTFUL: 8 },
          say('pieter.vandamme', 'I printed the third line and put it on the machine.', { LAUGH: 18 }),
        ),
      ),
    ],
  },
  {
    wall: 'person:gwenaelle.lebras',
    posts: [
      post(
        6.4,
        say(
          'gwenaelle.lebras',
          'Corrélation calcul-essai de l’Aster 80 : moins de 3 % sur toute la courbe. Le modèle et les maillages sont dans le dossier partagé, servez-vous.',
          { INSIGHTFUL: 13, LIKE: 15 },
          say('samuel.costes', 'Servi. Et il tourne en vingt minutes sur mon poste, bravo.', 5),
        ),
      ),
    ],
  },
];
