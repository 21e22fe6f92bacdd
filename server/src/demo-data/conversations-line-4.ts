import { edited, say, withdrawn, type PageTalk } from './conversation.ts';

/** The long one: what a plant has to say about a new line, its shuttles and its lunch. */
export const line4: PageTalk = {
  page: '/articles/ligne-4-douai/',
  title: 'Douai démarre la ligne 4 · Le Fil',
  days: 9,
  reactions: { LIKE: 96, CELEBRATE: 41, LOVE: 12, SUPPORT: 7, INSIGHTFUL: 5 },
  comments: [
    say(
      'nadia.benali',
      'La navette de 5 h 40 est-elle maintenue pendant les travaux du parking nord ? @paul.lefevre, tu aurais le plan ?',
      11,
      edited(
        'Oui, elle part de l’entrée sud. Le plan est au poste de garde.',
        say(
          'paul.lefevre',
          'Oui, elle part de l’entrée sud, comme celle de 5 h 10. Le plan est affiché au poste de garde et je l’ajoute ici demain.',
          22,
          say('nadia.benali', 'Parfait, je préviens les caristes. Merci Paul !', 5),
          say(
            'didier.caron',
            'L’entrée sud côté canal ou côté déchetterie ? Ce matin on était une dizaine à attendre aux deux.',
            { LIKE: 6, LAUGH: 9 },
            say(
              'paul.lefevre',
              'Côté **canal**. Je fais poser un panneau avant la relève de 13 h.',
              14,
              say('didier.caron', 'Panneau vu. Il est grand. On ne pourra plus dire qu’on ne savait pas.', {
                LAUGH: 12,
                LIKE: 4,
              }),
            ),
          ),
        ),
      ),
      say(
        'yanis.meziane',
        'Et pour ceux qui finissent à 21 h 05, la dernière attend ou il faut courir ?',
        4,
        say(
          'paul.lefevre',
          'Elle attend jusqu’à 21 h 15. Pas besoin de courir, surtout pas dans l’allée des bains.',
          9,
        ),
      ),
    ),
    say(
      'sandrine.pruvost',
      'Première semaine au poste 14. Le dos dit merci. Les yeux un peu moins : l’éclairage renvoie sur l’inox dès que le soleil se lève.',
      { LIKE: 19, SUPPORT: 8 },
      say(
        'karim.haddad',
        'Bien noté Sandrine. On essaie trois choses cette semaine, dans cet ordre :\n\n1. incliner les rampes de 15°\n2. un film mat sur les vitrages est\n3. des plateaux gris au lieu d’inox nu\n\nTu me dis ce que tu en penses, c’est toi qui es devant.',
        { LIKE: 17, INSIGHTFUL: 6 },
        say(
          'sandrine.pruvost',
          'Les rampes inclinées, c’est déjà mieux. Le film, il faudra voir un jour de soleil. Donc au printemps ?',
          { LAUGH: 15, LIKE: 6 },
        ),
        say(
          'brigitte.leclercq',
          'Je passe jeudi matin avec le luxmètre, on mesurera à 7 h et à 9 h 30.',
          7,
          say('sandrine.pruvost', 'Je mets le café.', { LOVE: 3, LIKE: 5 }),
        ),
      ),
      say(
        'chloe.lefebvre',
        'Même remarque au contrôle visuel du poste 22. On peut être dans l’essai ?',
        3,
        say('karim.haddad', 'Oui, 22 et 23 ajoutés.', 4),
      ),
    ),
    say(
      'claire.montagnier',
      'Bravo à toutes et à tous. J’ai vu les maquettes en carton en janvier, et je les ai retrouvées en acier lundi : ce sont bien **vos** idées qui tournent.',
      { LIKE: 48, CELEBRATE: 21, LOVE: 9 },
      say(
        'fatou.ndiaye',
        'Merci Claire. L’équipe du matin a gardé le carton du poste 9, il est au mur de la salle de pause.',
        16,
      ),
      say(
        'luc.vasseur',
        'Merci. On en reparlera aussi au CSE, il reste la question de la troisième équipe.',
        13,
        say('claire.montagnier', 'Bien sûr. Elle est à l’ordre du jour, et rien ne sera décidé avant.', 12),
      ),
    ),
    say(
      'gilles.morel',
      'Quarante ans que je demandais qu’on arrête de porter les corps de pompe à la main. Je pars le mois où ça arrive ! Prenez soin de la ligne 3, elle grince mais elle est fidèle.',
      { LOVE: 31, LIKE: 26, LAUGH: 6 },
      say(
        'hugo.masson',
        'Elle a grincé exprès le lendemain de ton pot. Reviens quand tu veux, ton tabouret est toujours là.',
        { LAUGH: 18, LOVE: 7 },
      ),
      say('fatou.ndiaye', 'Bonne retraite Gilles, et merci pour les schémas au crayon : on s’en sert encore.', 12),
    ),
    say(
      'erwan.kerdoncuff',
      'Depuis Nantes : est-ce que le gabarit du poste 6 tient bien la cote avec les brides de 80 ? On avait un doute sur le jeu à froid.',
      5,
      say(
        'thomas.wojcik',
        'Sur les 200 premières : moyenne `0,031 mm`, jamais au-dessus de `0,05`. Le doute peut aller se coucher.',
        { LIKE: 11, INSIGHTFUL: 5, LAUGH: 3 },
        say('erwan.kerdoncuff', 'Excellente nouvelle, merci Thomas. Je clos la fiche.', 4),
        say(
          'gwenaelle.lebras',
          'Garde quand même les mesures du matin à part, l’atelier est à 14 °C à 5 h.',
          { INSIGHTFUL: 7, LIKE: 4 },
          say('thomas.wojcik', 'C’est fait depuis mardi : colonne « froid » dans le relevé.', 6),
        ),
      ),
    ),
    withdrawn(
      say(
        'mehdi.cherif',
        'Et le budget, il est tenu ?',
        0,
        say(
          'karim.haddad',
          'À 2 % près, et le détail est présenté au comité de jeudi. Je te l’envoie avant si tu veux.',
          8,
        ),
        say(
          'mehdi.cherif',
          'J’ai supprimé ma question, elle était un peu sèche. Merci pour la réponse, et bravo pour la ligne.',
          { LIKE: 14, LOVE: 4 },
        ),
      ),
    ),
    say(
      'didier.caron',
      'Le restaurant à 10 h 45 : enfin ! Par contre à 12 h 15 il ne restait plus que des endives.',
      { LIKE: 15, LAUGH: 22 },
      say(
        'paul.lefevre',
        'C’est vu avec le prestataire : deux services complets à partir de demain, 10 h 45 et 12 h. Et les endives étaient très bien.',
        { LAUGH: 11, LIKE: 8 },
      ),
      say(
        'amelie.girard',
        'On peut échanger nos places à Lyon, ici c’est lentilles depuis lundi.',
        { LAUGH: 13 },
        say('didier.caron', 'Tenu. Je viens en navette.', { LAUGH: 10, LIKE: 2 }),
      ),
    ),
    say(
      'priya.nair',
      'Congratulations from Manchester! How did you train 61 people without stopping line 3? We are about to move our seal bench and I would love to steal the method.',
      { LIKE: 12, CELEBRATE: 4 },
      say(
        'fatou.ndiaye',
        'Thank you Priya! In short:\n\n- two people per shift trained first, three full weeks\n- then each of them trains **two** others, never more\n- line 3 ran slower on Tuesdays and Thursdays, and we had built stock for it in August\n\nHappy to call, I will send you the plan.',
        { LIKE: 14, INSIGHTFUL: 11 },
        say(
          'priya.nair',
          'The “never more than two” rule is gold. Wednesday afternoon?',
          6,
          say('fatou.ndiaye', 'Wednesday 14:00 your time, it is in your calendar.', 3),
        ),
        say(
          'sandrine.pruvost',
          'Et dire aux tuteurs qu’ils ont le droit de dire « pas encore prêt ». Ça change tout.',
          { INSIGHTFUL: 9, LIKE: 12 },
          say('priya.nair', 'Even with my school French: yes!', { LIKE: 6, LAUGH: 5 }),
        ),
      ),
    ),
    say(
      'stephane.lefevre',
      'Côté achats : le nouveau fournisseur de joints livre en bacs réutilisables. Si vous recevez encore du carton, photo et #dérogation à @awa.diallo, merci.',
      7,
      say(
        'awa.diallo',
        'Pas trop de photos s’il vous plaît, une par lot suffit. J’en ai reçu 43 ce matin.',
        { LAUGH: 19, LIKE: 5 },
        say('nadia.benali', 'Les 43 viennent de chez nous. On est consciencieux.', { LAUGH: 16, LOVE: 3 }),
      ),
    ),
    say(
      'yanis.meziane',
      'Petit truc pour les bouchons de lavage : j’ai imprimé une pince qui évite de se mouiller les manches. Le fichier est chez @hugo.masson, il en reste huit au magasin.',
      { LIKE: 24, CELEBRATE: 6, INSIGHTFUL: 4 },
      say('hugo.masson', 'Il en restait huit. Il en reste zéro. L’imprimante tourne ce soir.', { LAUGH: 9, LIKE: 7 }),
      say(
        'sandrine.pruvost',
        'Testée et adoptée. Tu peux en faire une pour gaucher ?',
        5,
        say('yanis.meziane', 'Oui ! Version gauche demain, en orange pour ne pas confondre.', 8),
      ),
      say(
        'chloe.lefebvre',
        'Pense à la faire passer au contrôle : pas d’outillage non répertorié sur la ligne. Je t’aide pour la fiche, c’est dix minutes.',
        { LIKE: 6, SUPPORT: 3 },
      ),
    ),
    say(
      'camille.delmas',
      'Les capteurs de vibration du banc 2 sont les premiers de la nouvelle série de Toulouse. Si une mesure vous paraît bizarre, gardez l’heure exacte et prévenez-moi, même pour rien.',
      8,
      say(
        'thomas.wojcik',
        'Mardi 14 h 20, un pic à 120 Hz sur trois pompes de suite, puis plus rien.',
        3,
        say(
          'camille.delmas',
          'Merci, c’est exactement le genre de chose que je cherche. Il y avait un chariot à côté ?',
          2,
          say(
            'thomas.wojcik',
            'Le transpalette de la logistique, oui… @nadia.benali, mystère résolu.',
            { LAUGH: 8, INSIGHTFUL: 5 },
            say('nadia.benali', 'Il a la roue carrée depuis 2023. La demande est partie ce matin, numéro 20871.', {
              LAUGH: 11,
              LIKE: 3,
            }),
          ),
        ),
      ),
    ),
    say(
      'luc.vasseur',
      'Rappel pour les visites du jeudi : chaussures de sécurité **obligatoires**, il y a des prêts du 36 au 47 à l’accueil. Les sandales de la semaine dernière sont entrées dans la légende.',
      { LIKE: 13, LAUGH: 14 },
      withdrawn(
        say(
          'julien.roche',
          'Et il y a du wifi, dans la halle ?',
          0,
          say('hugo.masson', 'Oui : réseau « Atelier », et le code est au tableau. Tu l’as installé toi-même.', 9),
        ),
      ),
      say('lea.fontaine', 'C’était moi. Je plaide coupable. J’ai rendu le 38.', { LAUGH: 21, LOVE: 4 }),
    ),
    say(
      'marie-eve.tremblay',
      'À Montréal, les clients de l’eau attendent l’Aster 80 avec impatience. Quel délai je peux annoncer sans que personne ici m’en veuille ?',
      6,
      say(
        'fatou.ndiaye',
        'Huit semaines jusqu’à fin janvier, six ensuite si la cadence tient. Annonce huit, on te fera la bonne surprise.',
        { LIKE: 13, INSIGHTFUL: 3 },
        say('marie-eve.tremblay', 'Vendu ! Au sens propre, d’ailleurs : douze, ce matin.', { CELEBRATE: 14, LIKE: 8 }),
      ),
    ),
    say(
      'hugo.masson',
      'Pour ceux qui demandent pourquoi la ligne s’arrête 40 secondes à 13 h : c’est la relève qui valide les sécurités, ce n’est **pas** une panne. Le voyant est bleu, pas rouge.',
      { LIKE: 10, INSIGHTFUL: 12 },
      say('didier.caron', 'Confirmé. J’ai appelé la maintenance deux fois avant de lire ce message.', {
        LAUGH: 13,
        LIKE: 2,
      }),
    ),
    say(
      'pieter.vandamme',
      'From Gent: the first pallets arrived this morning, well packed, labels readable on both sides. Keep it like that please!',
      { LIKE: 11, LOVE: 2 },
      say('nadia.benali', 'Deux étiquettes par palette, c’était votre idée en juin. Dank je wel Pieter!', 6),
    ),
    say(
      'emma.rousseau',
      'Bonjour, je suis stagiaire à la communication à Lyon et je n’ai jamais vu d’usine de près. Est-ce que les visites du jeudi sont aussi pour nous ?',
      9,
      say(
        'veronique.dumoulin',
        'Bien sûr Emma. Inscrivez-vous avec Léa, le train de 11 h 08 arrive à temps. Et prenez des chaussures fermées…',
        { LIKE: 15, LAUGH: 7 },
        say('emma.rousseau', 'Merci beaucoup ! C’est réservé pour jeudi prochain.', 6),
      ),
    ),
    say(
      'brigitte.leclercq',
      'Échauffement collectif de cinq minutes à 5 h 05 et 13 h 05 devant la ligne, tout le mois. C’est facultatif, et on rit un peu.',
      { LIKE: 14, SUPPORT: 6 },
      say('karim.haddad', 'J’y étais lundi. J’ai découvert des muscles.', { LAUGH: 17 }),
    ),
    say(
      'samuel.costes',
      'Retour d’endurance de Toulouse sur la n° 7 : 500 heures sans fuite, 62 °C au palier, on continue jusqu’à 2 000. Le détail est sur [le mur de la qualité]({site}/equipes/equipe-qualite-douai/).',
      { INSIGHTFUL: 9, LIKE: 12 },
      say('gwenaelle.lebras', '62 °C, c’est quatre de moins que le calcul. Je prends.', 6),
    ),
    say(
      'ines.carpentier',
      'Merci pour toutes ces questions ! On rassemble les réponses dans une page « Ligne 4 : mode d’emploi », avec les plans de @paul.lefevre. #ligne4',
      { LIKE: 16, LOVE: 3 },
      say('paul.lefevre', 'Plans déposés : entrée sud, arrêts de navette, places des deux-roues.', 8),
    ),
  ],
};
