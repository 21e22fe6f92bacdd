import { edited, post, say, type WallTalk } from './conversation.ts';

/** The wall of the quality team in Douai, on its own page. */
export const teamWall: WallTalk = {
  wall: 'page:equipe-qualite-douai',
  posts: [
    post(
      8,
      say(
        'chloe.lefebvre',
        '**Avant de nous appeler** pour une pièce douteuse :\n\n1. isolez-la (bac rouge)\n2. notez le lot et l’heure\n3. appelez le 1440\n\nMême si vous n’êtes pas sûrs. Surtout si vous n’êtes pas sûrs.',
        { LIKE: 24, INSIGHTFUL: 7 },
        say(
          'sandrine.pruvost',
          'On peut avoir un bac rouge au poste 14 ? Le nôtre sert de porte-parapluies.',
          { LAUGH: 12, LIKE: 3 },
          say('thomas.wojcik', 'Livré. Avec un porte-parapluies à part.', { LAUGH: 9, LOVE: 2 }),
        ),
      ),
      { pinned: true },
    ),
    post(
      0.3,
      say(
        'marc.delattre',
        'La tridim est en étalonnage aujourd’hui jusqu’à 16 h. Pour une cote urgente, le bras portable est au labo, avec moi au bout.',
        { LIKE: 9, LAUGH: 4 },
      ),
    ),
    post(
      1.8,
      say(
        'awa.diallo',
        'Retour d’audit chez notre fondeur d’inox : 94 points sur 100, les deux écarts de l’an dernier sont soldés. Le plan d’action tient sur une page, et ils l’ont écrit eux-mêmes.',
        { LIKE: 16, CELEBRATE: 7 },
        say('stephane.lefevre', 'Je l’appelle pour le féliciter. Et pour parler prix.', { LAUGH: 8, LIKE: 4 }),
      ),
    ),
    post(
      3.6,
      say(
        'thomas.wojcik',
        'Banc 2 : 200 pompes Aster, zéro reprise. Je l’écris ici pour qu’il en reste une trace quand ça ne durera plus.',
        { CELEBRATE: 15, LIKE: 18, LAUGH: 6 },
        say(
          'karim.haddad',
          'Ça durera !',
          5,
          say('marc.delattre', 'Avec quel intervalle de confiance ?', { LAUGH: 17 }),
        ),
      ),
    ),
    post(
      6.9,
      edited(
        'Question : qui a le pied à coulisse n° 118 ?',
        say(
          'marc.delattre',
          'Qui a le pied à coulisse n° 118 ? Il aurait dû rentrer mardi. Il n’est pas puni, il me manque, c’est tout. *Retrouvé, merci Fatou.*',
          { LAUGH: 13, LIKE: 5 },
          say('fatou.ndiaye', 'Il était au poste 9, très bien traité.', { LAUGH: 6, LIKE: 4 }),
        ),
      ),
    ),
    post(
      11.4,
      say(
        'chloe.lefebvre',
        'Le plan de contrôle Aster passe en indice D : deux cotes en moins au poste 22 (jamais hors tolérance en 18 mois), une en plus au 31. Affiché demain aux postes.',
        12,
        say('erwan.kerdoncuff', 'La cote 31, c’est le jeu de bride ? Alors d’accord à 100 %.', 3),
      ),
    ),
    post(
      17.1,
      say(
        'awa.diallo',
        'Une stagiaire, quatre yeux neufs : Lina a trouvé que deux de nos formulaires posent la même question de trois façons. On en supprime un vendredi.',
        { LIKE: 19, INSIGHTFUL: 5, LOVE: 3 },
        say('nadia.benali', 'Si vous cherchez d’autres formulaires à supprimer, j’ai une liste.', { LAUGH: 15 }),
      ),
    ),
    post(
      26.3,
      say(
        'thomas.wojcik',
        'Visite du lycée technique : 24 élèves, et la meilleure question du mois : « comment vous savez que votre machine qui mesure, elle mesure juste ? »',
        { LIKE: 17, INSIGHTFUL: 11 },
        say('marc.delattre', 'J’ai répondu pendant quarante minutes. Ils sont restés.', { LAUGH: 12, LOVE: 6 }),
      ),
    ),
    post(
      38.2,
      say(
        'chloe.lefebvre',
        'Merci à tous ceux qui ont tenu les contrôles pendant l’inventaire : 1 812 pièces, trois jours, et des crêpes.',
        { LIKE: 21, LOVE: 5 },
      ),
    ),
  ],
};
