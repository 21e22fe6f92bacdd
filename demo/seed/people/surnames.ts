import type { Origin } from './first-names.ts';

const names = (list: string): string[] =>
  list
    .trim()
    .split(/\s+/)
    .map((name) => name.replaceAll('_', ' '));

/** Surnames that one meets everywhere. */
const known: Record<Origin, string[]> = {
  french: names(`
    Adam Albert Allard André Antoine Arnould Aubert Aubry Auger Bailly Barbier Barre Baron Barthélemy Bataille Baudoin
    Baudry Bazin Becker Bellanger Benoît Berger Bernard Berthelot Bertin Bertrand Besnard Besson Bigot Blanchard
    Blanchet Blin Blondel Blot Bodin Boissonnet Bonneau Bonnet Bossé Boucher Bouchet Boulanger Boulay Bourdon Bourgeois
    Bourguignon Bousquet Boutin Bouvier Boyer Breton Brisset Brun Brunet Bruneau Buisson Camus Carlier Cartier Chapuis
    Charbonnier Charles Charrier Chartier Chauveau Chauvin Chevalier Chevallier Clément Colas Collet Collin Combes
    Cordier Cornu Cousin Coulon Courtois Coste Couturier d’Almeida d’Hervé Da_Costa Daniel David De_Smet Delahaye
    Delaunay Delorme Denis Descamps Deschamps Devaux Didier Doucet Drouet Dubois Duchêne Duclos Dufour Dujardin Dumas
    Dumont Dupond Dupont Dupuis Dupuy Durand Durant Duval Duvivier Étienne Évrard Fabre Faivre Faure Favre Félix Ferrand
    Fernandez Fleury Fouquet Fournier François Gaillard Gallet Garcia Garnier Gaudin Gautier Gauthier Gay Geoffroy
    Georges Gérard Germain Gilbert Gillet Giraud Godard Goncalves Gonzalez Grandjean Gras Grégoire Grenier Gros
    Guérin Guichard Guillaume Guillet Guillon Guillot Guyot Hamel Hamon Hébert Henry Hernandez Herbert Hervé Hoarau
    Hubert Huet Humbert Imbert Jacob Jacquemin Jacques Jacquet Jacquot Jean Joly Jourdan Julien Klein Labbé Lacroix
    Lagarde Lambert Lamy Langlois Laporte Laroche Launay Laurent Lebeau Lebreton Lebrun Leclerc Lecomte Lecoq Leduc
    Leger Legrand Legros Lejeune Lemaire Lemaître Lemoine Lenoir Léonard Leroux Leroy Lesage Lévêque Lopez Louis Lucas
    Mace Maillard Mallet Marchal Marchand Marechal Marie Marin Marion Martel Martin Martineau Martinez Mary Mathieu
    Maurice Mercier Merle Meunier Meyer Michaud Michel Millet Monnier Moreau Moulin Muller Navarro Neveu Nicolas Noël
    Normand Ollivier Olivier Paris Parent Pasquier Paul Payet Pelletier Perez Perret Perrier Perrot Petit Philippe Picard
    Pichon Pineau Poirier Pons Potier Poulain Prévost Prigent Pruvot Rault Raymond Raynaud Regnier Remy Renard Renaud
    Renault Rey Reynaud Richard Rivière Robert Robin Roger Rolland Rossi Rossignol Roussel Roux Roy Royer Sanchez
    Sauvage Schmitt Seguin Simon Tanguy Tessier Thibault Thierry Thomas Toussaint Valentin Vallet Verdier
    Vidal Vincent Voisin Wagner Weber Le_Gall Le_Goff Le_Roux Le_Corre Le_Floch De_La_Tour Saint-Martin Sainte-Croix
    Œuvrard Lecœur Bœuf
  `),
  maghrebi: names(`
    Abbas Abdallah Achour Ait_Ahmed Alaoui Allaoui Amari Amrani Aouad Attia Azzouz Bachir Bahri Belaïd Belhadj Belkacem
    Ben_Ahmed Ben_Amor Ben_Salah Benabdallah Benaïssa Benamar Benchikh Benhamou Benjelloun Benkirane Bennani Benmoussa
    Benslimane Bensaïd Benyahia Benzema Berrada Bouaziz Bouchareb Boudiaf Bouhired Boukhris Boumediene Bouzid Brahimi
    Chabane Chaoui Chouikh Cherkaoui Daoud Djebbar El_Amrani El_Fassi El_Idrissi El_Khoury El_Mansouri Fassi Fellah
    Ferhat Gharbi Guessous Hachemi Hadj Hamdi Hamidi Hammami Hassani Idrissi Jaziri Kaci Kadri Kateb Khaldi Khelifi
    Khemiri Lahlou Lamrani Larbi Mabrouk Mahfoudi Mansouri Marzouki Mebarki Messaoudi Mokrani Moussaoui Naciri Ouali
    Ould_Ali Rahmani Ramdani Rezgui Saadi Sahraoui Saïdi Salhi Sebti Slimani Taleb Tazi Toumi Trabelsi Yahiaoui Zaïdi
    Zerrouki Ziani Zidane Zouaoui
  `),
  african: names(`
    Ba Bah Balde Bamba Barry Camara Cissé Cissokho Coulibaly Dembélé Diabaté Diagne Diakité Diarra Diop Diouf Doumbia
    Fall Faye Fofana Gueye Kanté Keïta Koné Konaté Kouassi Kouyaté Mbaye Mendy Ndoye Ngom Niang Ouattara Sagna Samb Sané
    Sarr Seck Sidibé Sissoko Sow Sy Sylla Thiam Touré Traoré Wade
  `),
  portuguese: names(`
    Abreu Albuquerque Almeida Alves Antunes Araújo Azevedo Baptista Barbosa Borges Branco Brito Campos Cardoso Carvalho
    Castro Coelho Correia Costa Cruz Cunha Dias Domingues Duarte Esteves Faria Fernandes Ferreira Figueiredo Fonseca
    Freitas Garcia Gaspar Gomes Gonçalves Guerreiro Henriques Leal Leite Lima Lopes Lourenço Macedo Machado Magalhães
    Maia Marques Martins Matos Melo Mendes Miranda Monteiro Morais Moreira Moura Nascimento Neves Nogueira Nunes
    Oliveira Pacheco Paiva Pereira Pinheiro Pinto Pires Ramos Reis Ribeiro Rocha Rodrigues Santos Saraiva Sequeira Silva
    Simões Soares Sousa Tavares Teixeira Teles Torres Valente Vaz Vieira da_Silva dos_Santos
  `),
  polish: names(`
    Nowak Kowalczyk Woźniak Mazur Krawczyk Kaczmarek Zając Król Wróbel Stępień Dudek Adamczyk Pawlak Sikora
    Walczak Baran Michalak Szewczyk Pietrzak Marciniak Bąk Duda Włodarczyk Kubiak Wilk Lis Mazurek Kołodziej Sobczak
    Cieślak Kozioł Górka Błaszczyk Urbaniak Gajda Mróz Łuczak
  `),
  english: names(`
    Adams Allen Anderson Armstrong Atkinson Bailey Baker Barker Barnes Bell Bennett Booth Brooks Brown Butler Campbell
    Carr Carter Chapman Clark Clarke Collins Cook Cooper Cox Cunningham Davies Dawson Dixon Edwards Ellis Evans Fisher
    Fletcher Foster Fox Gibson Gordon Graham Grant Gray Green Griffiths Hall Hamilton Harper Harris Harrison Hart Harvey
    Henderson Hill Holmes Hudson Hughes Hunt Hunter Jackson James Jenkins Johnson Johnston Jones Kelly Kennedy King
    Knight Lane Lawrence Lawson Lloyd Macdonald Marshall Mason Matthews McDonald McKenzie Miller Mills Mitchell Moore
    Morgan Morris Murphy Murray Nicholson O’Brien O’Connor O’Neill Owen Palmer Parker Patel Pearce Pearson Phillips Poole
    Powell Price Reid Reynolds Richards Richardson Roberts Robertson Robinson Rogers Rose Ross Russell Ryan Saunders Scott
    Shaw Simpson Smith Spencer Stevens Stewart Stone Taylor Thompson Turner Walker Wallace Walsh Ward Watson Watts Webb
    Wells West White Wilkinson Williams Wilson Wood Woods Wright Young
  `),
  flemish: names(`
    Aerts Baert Beernaert Bogaert Bosmans Callebaut Ceulemans Christiaens Coppens Cornelis Daems De_Backer De_Bruyn
    De_Clercq De_Cock De_Coninck De_Graef De_Groote De_Meyer De_Pauw De_Ridder De_Vos De_Wilde Declercq Deprez
    Desmet Dewulf D’Hondt D’Hooge Dierckx Goethals Goossens Hendrickx Hermans Huysmans Jacobs Janssen Janssens Lambrecht
    Lauwers Lemmens Lenaerts Maes Martens Mertens Michiels Moens Nijs Nys Peeters Pauwels Poppe Raes Roels Segers Sels
    Smets Smeets Stevens Thijs Thys Timmermans Verbeke Verbruggen Vercauteren Verhaeghe Verhelst Verhoeven Verlinden
    Vermeersch Vermeulen Verstraete Vervaet Wauters Willems Wouters
  `),
  asian: names(`
    Bui Chatterjee Chan Choi Dang Desai Do Duong Gupta Hoang Huang Ishikawa Iyer Kapoor Kim Kobayashi Lam Le Li Lim Liu
    Luong Mehta Menon Mishra Nakamura Nguyen Park Pham Phan Rao Reddy Sato Sharma Singh Suzuki Tanaka Tran Truong Verma
    Vo Wang Watanabe Wong Wu Yamamoto Yang Zhang Zhao
  `),
};

/** What surnames are made of: a beginning and an end. */
const parts: Partial<Record<Origin, [beginnings: string[], ends: string[]][]>> = {
  french: [
    [
      names(`
        Aig Amb Ard Aub Aur Bac Bal Band Barb Bass Baud Beau Bell Berg Bess Blanch Boiss Bonn Bord Bouch Boul Bourg
        Brand Brass Brun Cad Cam Cant Carn Cass Cav Chab Chal Chamb Chant Chap Chast Chauv Clair Clav Col Comb Corb Cord
        Cour Court Crest Dal Dard Daum Del Den Desp Div Dol Dorm Drou Font Forg Foug Fourn Frém Gab Gaill Gal Garr Gasc
        Gers Gir Glaud God Gour Grand Grav Grim Guib Hauteb Herb Hol Jal Jarr Jauff Jol Lab Lac Lam Land Lant Larr Laub
        Lav Lég Lim Long Lorm Lus Mach Maill Mal Manc Marb Marg Mars Marv Mauz Méd Mesn Mir Mold Mont Mor Mouss Nant Nog
        Orm Pal Pant Pauc Pell Pérol Pign Plant Ponc Pont Port Pouj Prad Puyg Quinc Rab Raff Ram Ravel Rig Rivoir Roch
        Romb Roqu Roub Roug Sab Sal Sarr Sauv Savign Sér Sign Sol Sorb Tall Tarb Taur Terr Thér Till Torc Tourn Trem
        Vaill Val Vand Varenn Vauqu Verg Vern Viell Vign Villen Viv
      `),
      names(`
        ac aclerc adier agnac ail aine aire aland ales amont ampe and andier ange ant antel antier ard ardeau ardon
        assier aud aude audier aut aux avel ay eau ebert ec eil eix el elier elin elle elot enay enet enot erand eray
        erie erin erol eron esse et ette eul euse evin iac ian ier ieu ille illet in ineau iol ion isse ivet oin oire
        ois on onnet ot ouard ouin oul ouse oux oy uel uet ugue
      `),
    ],
  ],
  english: [
    [
      names(`
        Ack Ald Ash Apple Ather Bar Beck Ben Birch Black Brad Bram Brock Burn Cal Carl Chad Chal Charl Clay Clif Cop Cran
        Craw Crow Cul Dal Den Dun Eck Eld Elm Fair Farn Fen Gar Gil Glen Hal Ham Hart Hather Haw Hazel Hol Horn Hux Kel
        Ken King Kirk Lang Lin Long Lud Mal Marl Mel Mid Mor Nether New Nor Oak Pem Pen Pick Pres Rad Ram Raven Red Rock
        Rush Sand Shel Sher Stan Stock Strat Sut Thorn Thur Walt Wake Wel West Whit Wil Win Wood Wyn
      `),
      names(
        `ton ley ford worth well field ham wood by bury stead brook bourne croft dale den hurst wick shaw more land combe`,
      ),
    ],
  ],
  flemish: [
    [
      names('Van_ Van_de_ Van_den_ Van_der_ Ver Vande Vanden Vander'),
      names(`
        abeele beke berghe bogaert boom bosch bossche brande broeck brugge bulcke camp casteele cruyce driessche eeckhoutte
        eynde gucht haegen haute heede heuvel heyden hoeck hove kerckhove linden maele meersch meulen moere neste noot
        paele perre plas poel putte rostyne schelde schueren sloten spiegel steene straeten sype velde venne voorde weghe
        wiele woude zande zype
      `),
    ],
  ],
  polish: [
    [
      names(`
        Bar Biał Bor Brzez Chmiel Cieśl Czarn Dąbrow Dobrow Domań Głow Gór Grab Jabłoń Jan Jawor Kamiń Karp Kalin Kras
        Kruk Krzyż Kowal Kwiatkow Lew Lewandow Lip Łuk Majew Malin Michal Mal Nowic Olszew Ostrow Pawłow Piotrow Pol Radz
        Rutkow Sadow Sawic Sikor Sokołow Szczepań Szym Tomasz Urbań Walic Wasilew Wiśniew Witkow Wyso Zaręb Zawad Ziel
      `),
      names('ski owski iński icki ewicz czak ek'),
    ],
  ],
};

/** Every surname there is of an origin: those one meets everywhere first, then those made of parts. */
export function surnamesOf(origin: Origin): { known: readonly string[]; made: readonly string[] } {
  const made = (parts[origin] ?? []).flatMap(([beginnings, ends]) =>
    beginnings.flatMap((beginning) => ends.map((end) => joinParts(beginning, end))),
  );
  return { known: known[origin], made: [...new Set(made)] };
}

/** Slavic surnames in -ski, -cki and -dzki have a form for women. */
export function surnameFor(surname: string, feminine: boolean): string {
  return feminine ? surname.replace(/(?<=[sc]k|dzk)i$/, 'a') : surname;
}

function joinParts(beginning: string, end: string): string {
  if (beginning.endsWith(' ')) return beginning + end[0]!.toUpperCase() + end.slice(1);
  return beginning + end;
}
