import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cutReply } from '../../../server/src/mail/incoming/cut-reply.ts';
import { htmlLines } from '../../../server/src/mail/incoming/html-lines.ts';
import { textLines } from '../../../server/src/mail/incoming/reply-line.ts';
import { html } from '../../../server/src/http/html.ts';

/** What people write that looks like what programs write. */
const texts = [
  'Oui.',
  '-',
  'Dear all\n--\nplease read: it matters.',
  'One\n\n--\n\nTwo\n\n--\n\nThree, which is a longer sentence that ends here.',
  '- a\n- b\n-- c',
  '_____\nI drew a line.',
  'De : moi\nÀ : toi\nDate : demain',
  'From: Douai\nTo: Lille\nDate: Monday\nPrice: 12',
  'Subject: the gate. Sent: yesterday. To: you.',
  'On Monday, 4 May 2026 the gate was open.',
  'Le 4 mai 2026 à 14:33, la porte était ouverte.',
  'Le 4 mai 2026, Karim m’a écrit :\nla porte est ouverte.',
  'As Karim wrote:\nthe gate is open.',
  'Karim wrote on 4 May 2026:\nthe gate is open, and I agree.',
  'Envoyé de mon iPhone, ce message a des fautes. Je corrige : la porte est ouverte.',
  'Sent from my iPhone is what it says, but I have no iPhone.',
  'Envoyé par mail au client ce matin, et par courrier hier.',
  'Cordialement, mais fermement : non.',
  'Bonjour,\n\nC’est non.\n\nCordialement,\nZoé',
  'Thanks!\n\nJames',
  'Best\nregards to all of you at gate 3.',
  'Call me: 03 27 00 00 00',
  'My address is zoe@example.org, write there.',
  'See https://example.org/a?b=c#d and www.example.org.',
  'Ce message est pour Karim : merci de le lui transmettre.',
  'This message is confidential: do not forward it.',
  'Confidential? No: everybody may read it.',
  'Pensez à l’environnement : prenez la navette.',
  'Le fichier joint est par erreur celui de mars, détruisez-le.',
  'ATTENTION : la porte est fermée.',
  'Attention : ce message est long.\n\nEt voici la suite.',
  'a > b, and b > c',
  'if (a < b) { return "<b>"; }',
  '* one\n* two\n\n1. three\n2) four',
  'Objet : rien\nSignature : X',
  '== Titre ==\ntexte',
  'Réponse :\n\noui :\n\nnon :',
  'Merci\n\nAppelez Karim : 03 27 00 00 00\nOu Amel : 03 27 00 00 01',
  'Thanks,\nplease write to:\nkarim@example.org\namel@example.org',
  'Voici qui appeler :\nZoé Martin\n03 27 00 00 00',
  'Voir le lien :\nhttps://wiki.example.org/page\n\nMerci,\nZoé',
  'Rendez-vous le 04/05/2026 à 14:33 :\nsalle 4',
  'Regards\nto: karim@example.org\nand: amel@example.org',
  'Oui\n\nCordialement,\nZoé\n\nPS: le lien https://x.example/y',
  'Liste :\n\nZoé Martin\n12 rue X\n59500 Douai\n\nKarim Haddad\n14 rue Y\n59000 Lille',
  'Ce courriel est joint par erreur, supprimez-le, il était pour le destinataire de mars et pas pour vous.',
  'Attention ce message provient de Karim : venez.\n\nA 8 h.',
  'On 4 May 2026 at 10:00 we wrote:\nnothing',
  'Zoé Martin a raison.',
  'Zoé Martin\nest arrivée à 8 h.',
  'Merci\n\nZoé Martin',
  'Original message of the king: let them eat.',
  'Forwarded message? I saw none.',
  '👍',
  'نعم، سأكون هناك في 4 مايو.',
] as const;

const quoted = (text: string) => text.replace(/^/gm, '> ');
const own =
  '---- Répondez au-dessus de cette ligne ----\n\nLe Fil\n\nPaul vous a répondu :\n\n    Oui.\n\nVoir :\nhttps://x.example/';
const block =
  'De : Le Fil <fil@x.example>\nEnvoyé : lundi 4 mai 2026 14:33\nÀ : Zoé Martin <zoe@x.example>\nObjet : Paul vous a répondu\n';
const signature = 'Zoé Martin\nMéthodes, Douai\nTél. +33 3 27 00 00 00';

const plainPrograms: Record<string, (text: string) => string> = {
  nothing: (text) => text,
  gmail: (text) => `${text}\n\nLe lun. 4 mai 2026 à 14:33, Le Fil <fil@x.example> a écrit :\n\n${quoted(own)}`,
  outlook: (text) => `${text}\n\n${block}\n${own}`,
  outlookWeb: (text) => `${text}\n\n________________________________\n${block}\n${own}`,
  original: (text) => `${text}\n\n-----Original Message-----\n${block}\n${own}`,
  iphone: (text) =>
    `${text}\n\nEnvoyé de mon iPhone\n\n> Le 4 mai 2026 à 14:33, Le Fil <fil@x.example> a écrit :\n${quoted(own)}`,
  delimiter: (text) => `${text}\n\n-- \n${signature}\n\nOn 5/4/26 14:33, Le Fil wrote:\n${quoted(own)}`,
  company: (text) => `${text}\n\nCordialement,\n\n${signature}\n\n${block}\n${own}`,
  bottom: (text) => `Le 04/05/2026 à 14:33, Le Fil a écrit :\n${quoted(own)}\n\n${text}\n\n-- \n${signature}`,
};

const escaped = (text: string) => html`${text}`.toString().replace(/\n/g, '<br>');
const htmlPrograms: Record<string, (text: string) => string> = {
  gmail: (text) =>
    `<div dir="ltr"><div>${escaped(text)}</div><br><div class="gmail_signature">${escaped(signature)}</div></div><div class="gmail_quote"><div class="gmail_attr">Le lun. 4 mai 2026, Le Fil a écrit :</div><blockquote class="gmail_quote">${escaped(own)}</blockquote></div>`,
  outlook: (text) =>
    `<div class="WordSection1"><p class="MsoNormal">${escaped(text)}</p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><div style="border-top:solid"><p class="MsoNormal">${escaped(block)}</p></div>${escaped(own)}</div>`,
  apple: (text) =>
    `${escaped(text)}<div><br><blockquote type="cite"><div>Le 4 mai 2026 à 14:33, Le Fil &lt;fil@x.example&gt; a écrit :</div>${escaped(own)}</blockquote></div>`,
  outlookWeb: (text) =>
    `<div>${escaped(text)}</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">${escaped(block)}</div>${escaped(own)}`,
};

const words = (text: string): string[] => text.match(/[\p{L}\p{N}\p{Extended_Pictographic}]+/gu) ?? [];

function lostWords(text: string, written: string): string[] {
  const left = words(written);
  return words(text).filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describe('cutting replies', () => {
  for (const [program, write] of Object.entries(plainPrograms))
    it(`loses no word of ${texts.length} texts, in plain text (${program})`, () => {
      for (const text of texts) {
        const { written, rest } = cutReply(textLines(write(text)), 'Zoé Martin');

        assert.deepEqual(lostWords(text, written), [], `${text} → ${written}`);
        assert.deepEqual(lostWords(write(text), `${written}\n${rest}`), []);
        assert.ok(!written.includes('Paul vous a répondu'), `cut too little: ${written}`);
      }
    });

  for (const [program, write] of Object.entries(htmlPrograms))
    it(`loses no word of ${texts.length} texts, in HTML (${program})`, () => {
      for (const text of texts) {
        const { written } = cutReply(htmlLines(write(text)), 'Zoé Martin');

        assert.deepEqual(lostWords(text, written), [], `${text} → ${written}`);
        assert.ok(!written.includes('Paul vous a répondu'), `cut too little: ${written}`);
      }
    });
});
