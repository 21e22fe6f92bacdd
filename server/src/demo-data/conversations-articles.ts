import { edited, say, type PageTalk } from './conversation.ts';

export const furnaceHeat: PageTalk = {
  page: '/articles/chaleur-du-four/',
  title: 'La chaleur du four n° 2 chauffera les bureaux · Le Fil',
  days: 15,
  reactions: { LIKE: 71, INSIGHTFUL: 24, CELEBRATE: 9, LOVE: 6 },
  comments: [
    say(
      'amelie.girard',
      'Et la note de 1987, on peut la lire ? Je suis curieuse de savoir qui avait eu l’idée avant tout le monde.',
      13,
      say(
        'olivier.blanc',
        'Elle est signée R. Vandenbroucke, chef de fonderie, deux pages tapées à la machine. Il avait trouvé `1,7 GWh` à la règle à calcul. Nous, 1,9 avec un logiciel.',
        { LIKE: 21, INSIGHTFUL: 12, LOVE: 8 },
        say('gwenaelle.lebras', 'À la règle à calcul, 10 % d’écart. Respect.', { LIKE: 9, LOVE: 5 }),
        say('gilles.morel', 'Roger Vandenbroucke ! C’est lui qui m’a embauché. Il aurait aimé lire ça.', {
          LOVE: 23,
          LIKE: 8,
        }),
      ),
    ),
    say(
      'chloe.lefebvre',
      'Labo C 112 : 24 °C ce matin à 8 h. La métrologie aime bien 20, pas 24…',
      7,
      say(
        'olivier.blanc',
        'Vanne bloquée ouverte sur votre branche. Quelqu’un passe avant midi.',
        5,
        say('marc.delattre', 'Passé, réglé, 20,3 °C à 14 h. J’ai même une incertitude à donner si on me la demande.', {
          LAUGH: 14,
          LIKE: 5,
        }),
      ),
    ),
    say(
      'mehdi.cherif',
      'Trois ans de retour avec quel prix du gaz ? Si c’est celui de l’hiver dernier, c’est prudent.',
      5,
      say(
        'olivier.blanc',
        'Avec le prix moyen des cinq dernières années. Au prix d’aujourd’hui, ce serait deux ans et demi ; je préfère une bonne surprise.',
        { INSIGHTFUL: 8, LIKE: 6 },
      ),
    ),
    say(
      'didier.caron',
      'Les vestiaires à 5 h du matin sont **chauds**. Pour la première fois depuis que je travaille ici. Rien à ajouter.',
      { LIKE: 34, LOVE: 16, CELEBRATE: 5 },
    ),
    edited(
      'Et en été, on fait quoi de la chaleur ?',
      say(
        'erwan.kerdoncuff',
        'Et en été, on fait quoi de la chaleur ? Douches, séchage, ou direct dans le ciel ?',
        6,
        say(
          'olivier.blanc',
          'Eau chaude des douches et du restaurant toute l’année, soit un quart de la chaleur. Pour le reste :\n\n- séchage des noyaux de sable, essai au printemps\n- réseau de la ville, discussion ouverte, rien de signé',
          { INSIGHTFUL: 11, LIKE: 7 },
        ),
      ),
    ),
    say(
      'luc.vasseur',
      'Une question moins drôle : est-ce que les gars de la fonderie, eux, auront moins chaud en juillet ?',
      { LIKE: 29, SUPPORT: 9 },
      say(
        'veronique.dumoulin',
        'Question juste. L’échangeur retire un peu de chaleur à la cheminée, pas à la halle. L’extraction de la halle est chiffrée, décision en février, et je viendrai la donner sur place.',
        { LIKE: 18, SUPPORT: 6 },
        say('luc.vasseur', 'D’accord. On sera là en février.', 9),
      ),
    ),
    say(
      'stephane.lefevre',
      'Pour Lyon : le fournisseur de l’échangeur a la même taille en stock, 14 semaines de délai sinon. Dites-moi avant la fin du mois.',
      4,
    ),
    say(
      'david.chen',
      'In Montréal we would take all 280 °C of it, any day from November to April.',
      { LAUGH: 19, LIKE: 8 },
      say('marie-eve.tremblay', 'Il fait -11 ce matin. Je confirme, envoyez.', { LAUGH: 12 }),
    ),
    say(
      'sophie.arnaud',
      'Bureau A 310 : 17 °C le lundi, 21 le mercredi. Le réglage se poursuit, j’imagine ?',
      3,
      say(
        'olivier.blanc',
        'Oui, il manque l’équilibrage de l’étage 3. Ce sera fait jeudi soir, bureaux vides. Un pull d’ici là, pardon.',
        4,
      ),
    ),
  ],
};

export const manchester: PageTalk = {
  page: '/articles/manchester-one-year-safe/',
  title: 'Manchester: one year without a lost-time accident · Le Fil',
  days: 23,
  reactions: { LIKE: 64, CELEBRATE: 47, SUPPORT: 11, LOVE: 9, INSIGHTFUL: 6 },
  comments: [
    say(
      'tom.hargreaves',
      'For the record, the bacon rolls were the real incentive.',
      { LAUGH: 33, LIKE: 12 },
      say('james.okafor', 'Recorded. Reviewed. Approved for day 730.', { LAUGH: 21, CELEBRATE: 6 }),
    ),
    say(
      'lotte.claes',
      'How do you keep the cards from becoming a complaints box? We tried something like it in Gent and gave up after two months.',
      { LIKE: 9 },
      say(
        'james.okafor',
        'Fair question, it nearly happened here too. Three things helped:\n\n1. the card asks for **what nearly happened**, not for who\n2. the answer carries a name and a date\n3. “no” is an answer, as long as it says why\n\nThe first month was all complaints. The second was not.',
        { INSIGHTFUL: 19, LIKE: 16 },
        say(
          'pieter.vandamme',
          'Number 2 is where we failed, I think. Nobody signed. We will start again in January, with your card.',
          { LIKE: 8, SUPPORT: 5 },
        ),
        say('lotte.claes', 'And a pencil! Ours was an online form with eleven mandatory fields.', {
          LAUGH: 14,
          LIKE: 4,
        }),
      ),
    ),
    say(
      'helen.bradshaw',
      'I was the hand injury on that first slide. All five fingers still work, and I would rather you kept showing it.',
      { LOVE: 38, SUPPORT: 17, LIKE: 12 },
      say('priya.nair', 'We do, every induction. Enjoy the allotment, Helen.', { LOVE: 9, LIKE: 6 }),
    ),
    say(
      'brigitte.leclercq',
      'Est-ce qu’on pourrait avoir la fiche en français ? J’aimerais l’essayer au traitement de surface.',
      7,
      say(
        'james.okafor',
        'Yes! @sarah.whitfield translated it last night, it is on its way to you.',
        6,
        say(
          'sarah.whitfield',
          'C’est envoyé. Dites-moi si « presque-accident » est bien le mot, le dictionnaire hésitait.',
          5,
          say('brigitte.leclercq', 'C’est le bon. Merci Sarah, c’est très clair !', 4),
        ),
      ),
    ),
    say(
      'samuel.costes',
      'What is the two-minute question exactly? “What is different today?” and then… silence?',
      4,
      say(
        'priya.nair',
        'Silence is fine. I count to ten in my head. Around seven somebody says “well, the floor by bay 3 is wet”.',
        { LIKE: 17, LAUGH: 8, INSIGHTFUL: 9 },
      ),
    ),
    edited(
      'Do the announced visits really find anything?',
      say(
        'awa.diallo',
        'Do announced visits really find anything? I audit suppliers, and a tidy workshop tells me very little.',
        6,
        say(
          'james.okafor',
          'They find what people want to show, and after an hour of working side by side, they show a lot. For tidiness we have photographs.',
          { INSIGHTFUL: 10, LIKE: 5 },
        ),
      ),
    ),
    say(
      'claire.montagnier',
      'Thank you, all of you. I would like to come and work for an hour before I ask anything. Which glove size do I bring?',
      { LIKE: 31, LOVE: 8 },
      say('tom.hargreaves', 'We have all sizes. We start at two and the kettle is on at half one.', {
        LIKE: 14,
        LAUGH: 9,
      }),
    ),
    say(
      'david.chen',
      'We are 22 people in Montréal, most of us on the road. Has anybody tried the cards for field work?',
      3,
      say(
        'sarah.whitfield',
        'Our field team takes a photo of the card and sends it at the end of the day. Works well except for handwriting.',
        5,
      ),
    ),
  ],
};
