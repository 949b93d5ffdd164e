import type { MappingRules } from '../../model/mapping.ts';
import { quoteCell } from './cell-reading.ts';

const LONGEST = 254;
const LONGEST_LOCAL = 64;
const PLAIN_LOCAL = /^[A-Za-z0-9._-]+$/;
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u;
const QUOTED = /^"(?:[^"\\\r\n]|\\[^\r\n])+"$/;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;

const RETYPE = 'Write one address, such as john.smith@example.com.';

/**
 * Why a text is no e-mail address, and what to do; null: it is one. Letters of any script count as letters, a quoted part
 * before the @ is taken; the case of letters is not looked at.
 */
export function explainBadEmail(
  text: string,
  characters: MappingRules['emailCharacters'],
): { message: string; cure: string } | null {
  const reason = reasonOf(text, characters);
  if (reason === null) return null;
  const [why, cure = RETYPE] = reason;
  return { message: `${quoteCell(text)} is not an e-mail address: ${why}.`, cure };
}

function reasonOf(text: string, characters: MappingRules['emailCharacters']): [why: string, cure?: string] | null {
  if (text.length > LONGEST) return [`it is longer than ${LONGEST} characters`];
  const trimmed = text.trim();
  if (trimmed !== text) return ['there are spaces or invisible signs around it', `Write ${trimmed} and nothing else.`];
  const plain = text.normalize('NFKC');
  if (plain !== text.normalize('NFC')) return ['it holds full-width or otherwise altered letters', `Write ${plain}.`];
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text))
    return ['it holds invisible signs', 'Delete the cell and type it again.'];
  if (/<.+@.+>/.test(text)) return ['it holds a name as well', 'Write only what stands between < and >.'];
  const at = text.lastIndexOf('@');
  if (at < 0) return ['it has no @'];
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (/[;,]/.test(text) && text.split('@').length > 2) return ['it seems to be several addresses'];
  if (local === '') return ['nothing stands before the @'];
  if (domain === '') return ['nothing stands behind the @'];
  if (local.length > LONGEST_LOCAL) return [`more than ${LONGEST_LOCAL} characters stand before the @`];
  return (characters === 'plain' ? plainReason(local) : localReason(local)) ?? domainReason(domain);
}

/** X26: the part before the @ is of letters, digits, dot, hyphen and underscore. */
function plainReason(local: string): [string, string?] | null {
  if (PLAIN_LOCAL.test(local)) return dotReason(local);
  const odd = [...local].find((sign) => !/[A-Za-z0-9._-]/.test(sign)) ?? '';
  return [
    `with this mapping “${odd}” may not stand before the @`,
    'Before the @ only the letters a to z, digits, dot, hyphen and underscore are taken.',
  ];
}

function localReason(local: string): [string, string?] | null {
  if (QUOTED.test(local)) return null;
  if (/\s/.test(local)) return ['there is a space in it'];
  if (local.includes('@')) return ['it has more than one @'];
  if (!LOCAL.test(local)) return ['it holds signs that may not stand before the @'];
  return dotReason(local);
}

function dotReason(text: string): [string, string?] | null {
  if (text.startsWith('.') || text.endsWith('.')) return ['a dot stands at the beginning or end of one of its parts'];
  return text.includes('..') ? ['two dots stand side by side'] : null;
}

function domainReason(domain: string): [string, string?] | null {
  const dots = dotReason(domain);
  if (dots !== null) return dots;
  if (/\s/.test(domain)) return ['there is a space in it'];
  return domain.split('.').every((label) => label.length <= 63 && LABEL.test(label))
    ? null
    : ['what stands behind the @ is not the name of a mail server'];
}
