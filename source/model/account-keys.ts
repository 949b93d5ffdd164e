import { domainToASCII } from 'node:url';
import type { MappingRules } from './mapping.ts';

/** Most addresses and logins: nothing in them is written in two ways but the case of letters. */
const PLAIN = /^[\x21-\x7e]*$/;

/**
 * The form in which two addresses are compared: without the spaces around them, an accent being one with its letter or
 * apart; where letter case does not count (D7, X27), a domain of other letters as in its plain form (xn--) too.
 */
export function emailKey(email: string, emailCase: MappingRules['emailCase']): string {
  if (emailCase === 'kept') return PLAIN.test(email) ? email : email.trim().normalize('NFC');
  if (PLAIN.test(email)) return email.toLowerCase();
  const key = email.trim().normalize('NFC').toLowerCase();
  const at = key.lastIndexOf('@') + 1;
  const domain = key.slice(at);
  return key.slice(0, at) + (at > 0 && !PLAIN.test(domain) ? domainToASCII(domain) || domain : domain);
}

/** The form in which two logins are compared: without letter case, full width, and what nobody sees. */
export function loginKey(login: string): string {
  if (PLAIN.test(login)) return login.toLowerCase();
  return login
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .toLowerCase();
}
