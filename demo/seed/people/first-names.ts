/** Where a name comes from; sites mix them differently. */
export const origins = [
  'french',
  'maghrebi',
  'african',
  'portuguese',
  'polish',
  'english',
  'flemish',
  'asian',
] as const;
export type Origin = (typeof origins)[number];

const names = (list: string): readonly string[] => list.trim().split(/\s+/);

/** First names of women and of men, by origin. */
export const firstNames: Record<Origin, { feminine: readonly string[]; masculine: readonly string[] }> = {
  french: {
    feminine: names(`
      Adèle Agathe Agnès Alexandra Alice Aline Alix Amandine Ambre Amélie Anaëlle Anaïs Andrée Angèle Angélique Anne
      Anne-Laure Anne-Sophie Annick Apolline Ariane Aude Audrey Aurélie Aurore Axelle Barbara Bénédicte Bérengère
      Bernadette Blandine Brigitte Camille Capucine Carine Carole Caroline Cassandre Catherine Cécile Céline Chantal
      Charlène Charlotte Christelle Christiane Christine Claire Clara Clarisse Claudine Clémence Clémentine Clotilde
      Coline Constance Coralie Corinne Cyrielle Danièle Delphine Denise Diane Dominique Édith Edwige Élénore Éliane
      Élisa Élisabeth Élise Éloïse Elsa Émeline Émilie Emmanuelle Estelle Ève Évelyne Fabienne Fanny Faustine Flavie
      Fleur Florence Floriane France Françoise Frédérique Gabrielle Gaëlle Geneviève Géraldine Ghislaine Gisèle
      Gwenaëlle Gwladys Hélène Héloïse Hortense Ingrid Irène Iris Isabelle Isaure Jacqueline Jade Jeanne Jeannine
      Jennifer Joëlle Josette Joséphine Josiane Judith Julie Juliette Justine Laetitia Laura Laure Laurence Laurie
      Laurine Léa Léna Léonie Léontine Liliane Lina Lise Lison Loane Lorraine Louane Louise Lucie Lucile Ludivine
      Lydie Madeleine Maëlle Maëlys Magali Maïté Manon Margaux Margot Marguerite Marianne Marie Marie-Claire
      Marie-Claude Marie-Hélène Marie-Laure Marie-Noëlle Marie-Thérèse Marine Marion Marjorie Marlène Marthe Martine
      Maryline Mathilde Maud Mélanie Mélissa Mélodie Michèle Mireille Monique Morgane Muriel Myriam Nadège Nathalie
      Nicole Nina Noémie Océane Odette Odile Olga Olympe Ophélie Pascale Patricia Paule Pauline Perrine Philippine
      Priscille Prune Rachel Raphaëlle Régine Reine Renée Romane Rosalie Rose Roxane Sabine Sabrina Salomé Sandra
      Sandrine Sarah Ségolène Séverine Sibylle Simone Sixtine Solange Solène Soline Sophie Stéphanie Suzanne Sylvie
      Tatiana Thérèse Tiphaine Valentine Valérie Vanessa Véronique Victoire Viviane Virginie Yolande Yvette Yvonne Zoé
    `),
    masculine: names(`
      Achille Adrien Aimé Alain Alban Albert Alexandre Alexis Alphonse Ambroise Anatole André Antoine Antonin Ariel
      Aristide Armand Arnaud Arsène Arthur Auguste Augustin Aurélien Axel Baptiste Barnabé Barthélemy Basile Bastien
      Baudouin Benjamin Benoît Bernard Bertrand Blaise Boris Brice Bruno Camille Cédric Célestin César Charles
      Charles-Henri Christian Christophe Clément Clovis Côme Constant Constantin Corentin Cyprien Cyriaque Cyril Damien
      Daniel David Denis Désiré Didier Dimitri Dominique Donatien Edgar Edmond Édouard Éloi Émeric Émile Émilien
      Emmanuel Enzo Éric Ernest Erwan Étienne Eugène Eustache Évrard Fabien Fabrice Félicien Félix Ferdinand Fernand
      Firmin Flavien Florent Florian Francis Franck François François-Xavier Frédéric Gabin Gabriel Gaël Gaëtan Gaspard
      Gaston Gauthier Geoffroy Georges Gérald Gérard Germain Ghislain Gilbert Gildas Gilles Grégoire Grégory Guilhem
      Guillaume Gustave Guy Hadrien Hector Henri Hervé Hilaire Hippolyte Honoré Hubert Hugo Hugues Isidore Ismaël
      Ivan Jacques Jean Jean-Baptiste Jean-Charles Jean-Claude Jean-François Jean-Louis Jean-Luc Jean-Marc Jean-Michel
      Jean-Paul Jean-Philippe Jean-Pierre Jean-Yves Jérémie Jérémy Jérôme Joachim Jocelyn Joël Joffrey Johan Jonas
      Jonathan Joris Joseph Joséphin Josselin Jules Julien Juste Kévin Lambert Laurent Lazare Léandre Léo Léon
      Léonard Léopold Lilian Lionel Loïc Loïs Louis Louis-Marie Luc Lucas Lucien Ludovic Maël Marc Marc-Antoine Marcel
      Marceau Marius Martial Martin Mathias Mathieu Mathis Mathurin Matthieu Maurice Max Maxence Maxime Médéric Michaël
      Michel Mickaël Nathan Nestor Nicolas Noé Noël Octave Olivier Oscar Pascal Patrice Patrick Paul Philibert Philippe
      Pierre Pierre-Yves Placide Quentin Raoul Raphaël Raymond Régis Rémi Rémy Renaud René Richard Robert Robin Roch
      Rodolphe Rodrigue Roger Roland Romain Romaric Romuald Ronan Samuel Sébastien Serge Séverin Simon Stanislas Stéphane
      Sylvain Sylvestre Tancrède Tanguy Théo Théodore Théophile Thibault Thibaut Thierry Thomas Timothée Titouan Tristan
      Ulysse Urbain Valentin Valère Valéry Victor Vincent Virgile Vivien Wilfried William Xavier Yann Yannick Yohann
      Yvan Yves Yvon
    `),
  },
  maghrebi: {
    feminine: names(`
      Aïcha Amina Amira Asma Assia Chaïma Dalila Djamila Dounia Fadila Farida Fatiha Fatima Faïza Ghita Hafsa Hajar
      Halima Hanane Hayat Hind Houda Ibtissam Ikram Ilham Imane Jamila Karima Kenza Khadija Kheira Latifa Leïla Loubna
      Lynda Malika Mariam Meriem Mounia Nabila Nadia Naïma Najat Nawal Nora Ouarda Rachida Rania Rim Saïda Salima Samia
      Samira Sanaa Selma Sihem Siham Sonia Soraya Souad Soumaya Warda Wassila Yamina Yasmine Zahra Zakia Zineb Zohra
    `),
    masculine: names(`
      Abdelaziz Abdelkader Abdellah Abdelkrim Abderrahmane Achraf Adel Ahmed Akram Ali Amine Anis Anouar Ayoub Aziz
      Badr Belkacem Bilal Brahim Chakib Djamel Driss Elyes Fadel Faouzi Farid Fayçal Fethi Fouad Habib Hakim Hamid
      Hamza Hassan Hatem Hicham Houssem Idriss Ilyes Ismaïl Jaouad Kader Kamel Karim Khaled Khalil Lahcen Larbi Lotfi
      Mahdi Malik Marouane Mehdi Mohamed Mohammed Moncef Mounir Mourad Mustapha Nabil Nacer Nassim Noureddine Omar
      Othmane Rachid Rafik Réda Riad Ridha Saïd Salah Salim Sami Samir Slimane Sofiane Tarek Taoufik Walid Yacine
      Yassine Younes Youssef Zakaria Ziad Zinedine
    `),
  },
  african: {
    feminine: names(`
      Adama Aminata Aïssatou Awa Bintou Coumba Djénaba Fanta Fatoumata Grâce Hawa Kadiatou Khady Maïmouna Mariama Marième
      Nafissatou Ndèye Oumou Ramata Rokhaya Salimata Sira Sokhna Yacine
    `),
    masculine: names(`
      Abdoulaye Alassane Alioune Amadou Bakary Boubacar Cheikh Demba Désiré Djibril Emmanuel Fodé Ibrahima Idrissa
      Ismaïla Lamine Mamadou Modou Moussa Ousmane Pape Sékou Serigne Souleymane Thierno Youssouf
    `),
  },
  portuguese: {
    feminine: names(`
      Ana Ana-Rita Beatriz Carla Carolina Catarina Conceição Cristina Fátima Fernanda Filipa Graça Helena Inês Isabel
      Joana Leonor Luísa Madalena Mafalda Margarida Mariana Marta Matilde Mónica Patrícia Raquel Rita Rosa Sandra Sara
      Sílvia Sofia Susana Teresa Vânia Vera
    `),
    masculine: names(`
      Afonso Alberto André António Artur Bernardo Bruno Carlos Daniel Diogo Duarte Eduardo Fernando Filipe Francisco
      Gonçalo Guilherme Henrique Hugo João Joaquim Jorge José Luís Manuel Mário Martim Miguel Nuno Paulo Pedro Rafael
      Ricardo Rodrigo Rui Sérgio Tiago Tomás Vasco Vítor
    `),
  },
  polish: {
    feminine: names(`
      Agata Agnieszka Alicja Aneta Anna Barbara Beata Bożena Danuta Dorota Elżbieta Ewa Grażyna Halina Hanna Iwona
      Izabela Jadwiga Joanna Jolanta Julia Justyna Kamila Karolina Katarzyna Kinga Krystyna Magdalena Maja Małgorzata
      Maria Marta Monika Natalia Patrycja Paulina Renata Sylwia Teresa Urszula Weronika Wiktoria Zofia Zuzanna
    `),
    masculine: names(`
      Adam Andrzej Arkadiusz Bartosz Błażej Bogdan Bogusław Czesław Damian Dariusz Dawid Filip Grzegorz Henryk Jacek
      Jakub Jan Janusz Jarosław Jerzy Józef Kacper Kamil Karol Krzysztof Leszek Łukasz Maciej Marcin Marek Mateusz
      Michał Mirosław Paweł Piotr Przemysław Rafał Robert Ryszard Sebastian Stanisław Sławomir Szymon Tadeusz Tomasz
      Waldemar Wiesław Wojciech Zbigniew Zdzisław
    `),
  },
  english: {
    feminine: names(`
      Abigail Alison Amanda Amber Amy Angela Bethany Beth Caitlin Charlotte Chloe Claire Daisy Deborah Donna Eleanor
      Elizabeth Ellie Emily Emma Erin Fiona Freya Gemma Georgia Gillian Grace Hannah Harriet Hayley Hazel Heather Helen
      Holly Imogen Isla Jane Jasmine Jennifer Jess Jo Joanne Karen Kate Katherine Katie Kathryn Kelly Kimberley Laura
      Lauren Leanne Lily Linda Lisa Lorna Louise Lucy Mary Maureen Megan Molly Nancy Natasha Nicola Olivia Paige Pamela
      Phoebe Poppy Rachael Rebecca Rosie Ruth Sally Samantha Sharon Shirley Siobhan Sophie Stacey Susan Tracy Wendy Zara
    `),
    masculine: names(`
      Aaron Adam Aidan Alan Alastair Andrew Anthony Ashley Barry Ben Bradley Brian Callum Cameron Charlie Chris Colin
      Connor Craig Daniel Darren Dean Declan Derek Dominic Douglas Dylan Edward Elliot Ethan Ewan Finlay Fraser Gareth
      Gary Gavin George Glenn Graham Grant Gregory Harry Henry Howard Hugh Ian Jack Jake James Jamie Jason Jeremy Joe
      John Jordan Josh Keith Kenneth Kieran Kyle Lee Leon Lewis Liam Malcolm Mark Martyn Matthew Neil Nigel Oliver Owen
      Patrick Peter Philip Ralph Reece Rhys Richard Rob Rory Ross Russell Ryan Scott Sean Shaun Simon Stephen Steven
      Stuart Thomas Timothy Tobias Toby Trevor Wayne William Zachary
    `),
  },
  flemish: {
    feminine: names(`
      An Anneleen Annelies Ann-Sofie Anouk Astrid Bieke Charlotte Daphne Delfien Ellen Els Elke Emma Evelien Evi Femke
      Fien Fleur Greet Griet Hanne Heidi Hilde Ilse Ine Inge Ingeborg Jana Jasmien Joke Jolien Karen Karlien Katleen
      Katrien Kim Kristien Laura Leen Liesbeth Lies Lieve Lien Lotte Marijke Marleen Martine Mieke Nele Noor Petra
      Roos Sanne Saskia Severien Sigrid Silke Sofie Stefanie Tine Veerle Wendy
    `),
    masculine: names(`
      Arne Arno Bart Bavo Ben Bert Bram Brecht Dirk Dries Filip Floris Frederik Geert Gert Gerrit Guido Hans Hendrik
      Herman Jan Jasper Jef Jelle Jens Jeroen Johan Joost Jorn Joris Jos Karel Kenneth Kobe Koen Kris Kristof Lander
      Lars Lennert Lieven Luc Maarten Marnix Mathijs Michiel Niels Pieter Piet Pieter-Jan Rik Robbe Ruben Sander Senne
      Simon Stef Steven Stijn Sven Thijs Thomas Tijl Tim Toon Ward Warre Wim Wout Wouter Yorick
    `),
  },
  asian: {
    feminine: names(`
      Ai Anjali Deepa Haruka Hoa Huong Jing Kavita Keiko Lan Lakshmi Lien Linh Mai Mei Minh-Anh Ngoc Phuong Preeti
      Shreya Sunita Thao Thu Trang Xin Yen Yuki
    `),
    masculine: names(`
      Akira Arjun Bao Chen Dinh Duc Hao Hiroshi Hung Jun Kenji Khanh Kumar Long Minh Naveen Nikhil Phuc Quang Rajesh
      Rohan Sanjay Son Tuan Vikram Viet Wei Yong
    `),
  },
};
