import { edited, post, say, type WallPost } from './conversation.ts';

/** The last two weeks of the company’s wall. */
export const recentCompanyPosts: readonly WallPost[] = [
  post(
    5,
    say(
      'ines.carpentier',
      '**Portes ouvertes de la ligne 4**, samedi de 10 h à 16 h à Douai. Il reste 20 places pour les familles.\n\n- inscription auprès de vos chefs d’équipe\n- enfants à partir de 8 ans, chaussures fermées\n- gaufres, évidemment',
      { LIKE: 58, CELEBRATE: 19, LOVE: 11 },
      say(
        'sandrine.pruvost',
        'Mon fils demande s’il pourra voir « le bras orange ». Ce sera la visite de sa vie.',
        { LOVE: 12, LIKE: 7 },
        say('karim.haddad', 'Il pourra même appuyer sur le bouton vert. Le rouge, c’est pour moi.', {
          LAUGH: 14,
          LIKE: 4,
        }),
      ),
      say(
        'yanis.meziane',
        'On peut venir avec ses parents ? J’ai 19 ans, mais ils insistent.',
        { LAUGH: 18, LIKE: 5 },
        say('ines.carpentier', 'Parents bienvenus, sans limite d’âge.', 9),
      ),
      say(
        'nadia.benali',
        'Le parking nord sera-t-il rouvert ce jour-là ?',
        3,
        say('paul.lefevre', 'Non, mais l’école prête sa cour : 90 places, entrée rue du Canal.', 10),
      ),
    ),
    { pinned: true, link: '{site}/articles/ligne-4-douai/' },
  ),
  post(
    0.12,
    say(
      'julien.roche',
      'Le wifi de l’étage 2 à Lyon est rétabli. Cause : un répéteur débranché pour charger une trottinette. Je ne citerai personne.',
      { LAUGH: 24, LIKE: 11 },
      say('mehdi.cherif', 'Elle était à 4 %. Pardon à l’étage.', { LAUGH: 16 }),
    ),
  ),
  post(
    0.7,
    say(
      'camille.delmas',
      'La carte de mesure **CM-12** vient de passer les essais de compatibilité, du premier coup. Trois personnes, dix mois, beaucoup de ferrites. Merci à l’équipe de Toulouse !',
      { CELEBRATE: 27, LIKE: 31, INSIGHTFUL: 4 },
      say('samuel.costes', 'Du premier coup officiel. On ne parle pas des nuits.', { LAUGH: 9, LIKE: 3 }),
      say('thomas.wojcik', 'Hâte de la voir sur le banc 3.', 4),
    ),
  ),
  post(
    1.3,
    say(
      'lotte.claes',
      'Road works on the R4 around Gent until Friday: trucks leave 30 minutes earlier, and pick-ups at door 7 move to door 5. Please tell your carriers. #transport',
      14,
      say('nadia.benali', 'Transmis aux trois transporteurs de Douai, merci Lotte.', 3),
    ),
  ),
  post(
    2.2,
    say(
      'amelie.girard',
      'Pour les congés de fin d’année, pensez à les poser **avant le 30**. Après, je ne peux plus rien promettre, même avec des chocolats.',
      { LIKE: 26, LAUGH: 13 },
      say(
        'erwan.kerdoncuff',
        'Et avec du caramel au beurre salé ?',
        { LAUGH: 15 },
        say('amelie.girard', 'On peut en discuter.', { LAUGH: 19, LOVE: 3 }),
      ),
      say(
        'emma.rousseau',
        'Les stagiaires posent aussi dans l’outil, ou par mail ?',
        2,
        say(
          'amelie.girard',
          'Dans l’outil, onglet « Absences ». Si le bouton est gris, passez me voir, c’est un réglage de deux minutes.',
          4,
        ),
      ),
    ),
  ),
  post(
    3.1,
    say(
      'david.chen',
      'Commissioning done at the Saguenay water plant: six Aster pumps, -18 °C, and a moose at the gate who would not move. We waited. He won.',
      { LIKE: 42, LAUGH: 21, CELEBRATE: 13 },
      say('claire.montagnier', 'Bravo David. Et respect à l’orignal.', { LAUGH: 12, LIKE: 8 }),
      say(
        'gwenaelle.lebras',
        'Did the heaters on the bearing housings hold at night?',
        3,
        say('david.chen', 'They did, 9 °C at the coldest hour. Data logger is in the post.', {
          INSIGHTFUL: 6,
          LIKE: 3,
        }),
      ),
    ),
  ),
  post(
    4.4,
    say(
      'antoine.perrin',
      'Un faux message « Votre colis est bloqué à l’accueil » circule. Le lien mène ailleurs : **ne cliquez pas**, transférez-le à l’assistance. Douze d’entre vous l’ont déjà fait, et c’est exactement ce qu’il fallait faire.',
      { LIKE: 37, INSIGHTFUL: 8 },
      say('sarah.whitfield', 'Same in Manchester, in rather good English this time. Forwarded.', 5),
      say(
        'didier.caron',
        'J’ai cliqué. J’ai appelé tout de suite. Julien a été très gentil.',
        { SUPPORT: 16, LIKE: 11 },
        say('antoine.perrin', 'Et c’est grâce à ton appel qu’on a bloqué l’adresse en dix minutes. Merci Didier.', {
          LIKE: 18,
          LOVE: 4,
        }),
      ),
    ),
  ),
  post(
    6.2,
    say(
      'pieter.vandamme',
      'Warehouse B is open again! New roof, new lights, same old coffee machine. Thank you to everybody who worked from the cold side for seven weeks.',
      { LIKE: 33, CELEBRATE: 15, SUPPORT: 6 },
      say('paul.lefevre', 'Pour la machine à café, j’ai un contrat groupe. Appelle-moi !', 5),
    ),
  ),
  post(
    7.5,
    say(
      'sophie.arnaud',
      'Les entretiens annuels commencent lundi. Deux choses ont changé : le formulaire tient sur **une page**, et la première question est « qu’est-ce qui vous a manqué pour bien travailler ? ».',
      { LIKE: 29, INSIGHTFUL: 10 },
      say(
        'luc.vasseur',
        'Bonne question. On gardera les réponses quelque part ?',
        12,
        say('sophie.arnaud', 'Oui : synthèse par site, sans noms, présentée au CSE en février.', 11),
      ),
    ),
  ),
  post(
    9.1,
    say(
      'thomas.wojcik',
      'Cherche covoiturage Valenciennes – Douai, équipe du matin, à partir de la semaine prochaine. Je conduis une semaine sur deux, et je ne chante pas.',
      { LIKE: 8, LAUGH: 7 },
      say(
        'awa.diallo',
        'Je pars de Saint-Amand à 4 h 30, c’est sur la route. En revanche, moi, je chante.',
        { LAUGH: 17, LIKE: 3 },
        say('thomas.wojcik', 'À 4 h 30 ? Vendu quand même.', { LAUGH: 9 }),
      ),
    ),
  ),
  post(
    10.6,
    edited(
      'La formation aux gestes de premiers secours a lieu mardi.',
      say(
        'brigitte.leclercq',
        'La formation aux gestes de premiers secours a lieu **mercredi** (et non mardi), salle Escaut, de 8 h à 12 h. Il reste quatre places. Venez en tenue confortable, on passe du temps par terre.',
        17,
        say(
          'hugo.masson',
          'Inscrit. Le mannequin s’appelle toujours Robert ?',
          { LAUGH: 8 },
          say('brigitte.leclercq', 'Robert a pris sa retraite. On accueille Josiane.', { LAUGH: 20, LOVE: 5 }),
        ),
      ),
    ),
  ),
];
