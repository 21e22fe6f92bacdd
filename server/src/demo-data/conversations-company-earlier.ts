import { post, say, type WallPost } from './conversation.ts';

/** The company’s wall in the weeks before, from its first post on. */
export const earlierCompanyPosts: readonly WallPost[] = [
  post(
    12.3,
    say(
      'gwenaelle.lebras',
      'Conférence ouverte jeudi à 13 h : « Pourquoi une pompe chante ». Cavitation, bulles et oreilles exercées, sans une seule équation. À Nantes, salle Loire, et en visio.',
      { LIKE: 28, INSIGHTFUL: 14 },
      say('claire.montagnier', 'Sans équation ? Gwenaëlle, tout va bien ?', { LAUGH: 22, LIKE: 4 }),
      say(
        'tom.hargreaves',
        'Will there be an English version? Mine sings in E flat.',
        { LAUGH: 16, LIKE: 5 },
        say('gwenaelle.lebras', 'Yes, next Tuesday at noon your time. Bring a recording!', 6),
      ),
    ),
  ),
  post(
    14.2,
    say(
      'stephane.lefevre',
      'Après 14 mois de négociation, toute notre fonte vient désormais de moins de 400 km. Moins de camions, mêmes prix, délais divisés par deux. Merci à @awa.diallo pour les 11 audits.',
      { LIKE: 45, CELEBRATE: 18, INSIGHTFUL: 7 },
      say('awa.diallo', 'Onze audits, neuf cantines, une crevaison. Merci à toi.', { LAUGH: 11, LIKE: 9 }),
    ),
  ),
  post(
    16.8,
    say(
      'priya.nair',
      'Does anyone know a good way to label hoses so that the label survives hot oil? We have tried tape, tags and prayer.',
      { LIKE: 6, LAUGH: 14 },
      say(
        'hugo.masson',
        'Laser-etched steel collars, we have done it on line 3 for two years. I will send you five to try.',
        { LIKE: 11, INSIGHTFUL: 8 },
        say('priya.nair', 'You are a star. Prayer is now unassigned.', { LAUGH: 13 }),
      ),
      say('yanis.meziane', 'I can print sleeves in PA12, they hold up to 120 °C. Send me the diameters?', 6),
    ),
  ),
  post(
    19.4,
    say(
      'lea.fontaine',
      'Concours photo « Mon poste, le matin » : 137 images reçues, de tous les sites, et au moins douze tasses de café. Exposition dans les halls en décembre. Merci à toutes et à tous !',
      { LOVE: 21, LIKE: 36 },
      say(
        'marie-eve.tremblay',
        'La nôtre, c’est celle avec la neige *dans* le bureau. Une fenêtre mal fermée, aucune retouche.',
        { LAUGH: 15, LIKE: 6 },
      ),
    ),
  ),
  post(
    22.5,
    say(
      'samuel.costes',
      'Qui a pris la clé dynamométrique bleue du banc 1 ?',
      2,
      say('camille.delmas', 'Regarde dans ta blouse.', { LAUGH: 25 }),
      say('samuel.costes', 'Je retire ma question.', { LAUGH: 31, LIKE: 6 }),
    ),
  ),
  post(
    25.2,
    say(
      'veronique.dumoulin',
      'Le tribunal de commerce a confirmé la reprise de l’atelier voisin : **18 personnes** nous rejoignent à Douai le mois prochain. Chacune aura un binôme pour les premières semaines. Volontaires, signalez-vous à @fatou.ndiaye.',
      { LIKE: 67, SUPPORT: 22, CELEBRATE: 14 },
      say('sandrine.pruvost', 'Volontaire. J’ai été accueillie comme ça en 2009, je n’ai jamais oublié.', {
        LOVE: 19,
        LIKE: 14,
      }),
      say('didier.caron', 'Volontaire aussi, équipe d’après-midi.', 8),
      say('fatou.ndiaye', 'Déjà 16 binômes, merci ! Il en manque deux, plutôt de nuit.', 9),
    ),
  ),
  post(
    28.9,
    say(
      'mehdi.cherif',
      'Notes de frais : le justificatif en photo suffit désormais, gardez quand même l’original trois mois. Et non, « parking + croissant » n’est pas une catégorie. #notesdefrais',
      { LIKE: 31, LAUGH: 17 },
      say(
        'stephane.lefevre',
        'Et « croissant pour fournisseur » ?',
        { LAUGH: 14 },
        say('mehdi.cherif', 'Ça s’appelle « réception ». Garde le ticket.', { LAUGH: 11, LIKE: 5 }),
      ),
    ),
  ),
  post(
    32.1,
    say(
      'james.okafor',
      'The lamp over gate 2 is out until Thursday. Dark walk to the car park, so bring a torch and wear the bright jacket, even if it is only a hundred yards.',
      { LIKE: 22, SUPPORT: 4 },
    ),
  ),
  post(
    35.7,
    say(
      'erwan.kerdoncuff',
      'La bibliothèque de composants CAO est à jour : 2 300 vis normalisées, et **une seule** façon de nommer une M8. Si vous trouvez encore « vis_M8_bonne_v3_FINAL », prévenez-moi.',
      { LIKE: 27, LAUGH: 23, LOVE: 4 },
      say(
        'camille.delmas',
        'J’ai « vis_M8_FINAL_final_2 ». Je la garde en souvenir ?',
        { LAUGH: 18 },
        say('erwan.kerdoncuff', 'Non.', { LAUGH: 34 }),
      ),
    ),
  ),
  post(
    39.3,
    say(
      'sarah.whitfield',
      'A customer in Leeds called to thank “the gentleman with the red flask” who fixed their booster set on a Sunday. @tom.hargreaves, they have sent cake. It is in the canteen. There was more of it this morning.',
      { LOVE: 24, LIKE: 29, LAUGH: 8 },
      say('tom.hargreaves', 'Ten minutes with a spanner and an hour of tea. Cake accepted.', { LIKE: 15, LAUGH: 6 }),
    ),
  ),
  post(
    43.6,
    say(
      'luc.vasseur',
      'Le CSE ouvre les inscriptions pour l’arbre de Noël : bulletin au local ou au poste 1220. Cette année, un magicien. Le vrai, pas moi.',
      { LIKE: 34, LAUGH: 12 },
      say('paul.lefevre', 'Dommage, le coup de la pièce était très bon.', { LAUGH: 9 }),
    ),
  ),
  post(
    47.2,
    say(
      'olivier.blanc',
      'Relevé du trimestre : `-11 %` d’électricité sur l’ensemble des sites par rapport à l’an dernier, dont la moitié grâce aux fuites d’air comprimé réparées. Un sifflement qui dure, c’est 600 € par an : signalez-le.',
      { LIKE: 25, INSIGHTFUL: 16 },
      say('hugo.masson', 'Douai : 43 fuites trouvées en une nuit, avec un micro et deux thermos.', {
        LIKE: 12,
        INSIGHTFUL: 5,
      }),
    ),
  ),
  post(
    51.8,
    say(
      'karim.haddad',
      'Recherche une table, six chaises et un tableau blanc dont plus personne ne veut, pour le local de la ligne 4. On vient les chercher.',
      9,
      say('julien.roche', 'Un tableau blanc à l’informatique. Il reste dessus un schéma que personne n’ose effacer.', {
        LAUGH: 13,
        LIKE: 2,
      }),
    ),
  ),
  post(
    55.4,
    say(
      'marie-eve.tremblay',
      'Contrat signé avec la ville de Sherbrooke : 24 stations de relevage, cinq ans de service. Premier contrat de cette taille au Québec. Merci à Nantes, à Douai, et à @david.chen qui connaît chaque regard par son prénom.',
      { CELEBRATE: 38, LIKE: 44, LOVE: 7 },
      say('claire.montagnier', 'Magnifique. On fête cela vendredi, à l’heure où Montréal déjeune.', 17),
    ),
  ),
  post(
    59.5,
    say(
      'ines.carpentier',
      'Bienvenue sur le nouveau mur ! Une nouvelle, une question, un coup de main à demander ou à proposer : c’est ici. Une règle : écrire comme on parlerait à la machine à café, en présence de tout le monde.',
      { LIKE: 52, LOVE: 14, CELEBRATE: 9 },
      say('didier.caron', 'À la nôtre, on parle surtout de la machine à café.', { LAUGH: 26, LIKE: 5 }),
    ),
  ),
];
