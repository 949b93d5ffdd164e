import type { User } from '../model/user.ts';
import { makeTypoFinder } from './find-typos.ts';
import { foldText } from './fold-text.ts';
import { isWordCode, makeMasks, makeMaskTest } from './text-masks.ts';

/** With this many exact finds nobody needs guesses as well. */
const ENOUGH = 100;

/** So many searches are kept to go on from, when letters are added or taken back. */
const REMEMBERED = 16;

export interface PeopleSearch {
  /**
   * Indexes into the users searched, best first: id, login, e-mail or name exactly; then where every term begins a
   * word; then where it stands anywhere; then, when there are few, names with one wrong letter a word. Within each by
   * order of the users. An empty query finds everybody in order. Without `showInactive` only active people.
   */
  search(query: string, options: { showInactive: boolean }): Int32Array;
}

/** How well something fits: not at all, inside a word, from the beginning of words, as a whole field. */
const GRADES = { none: 0, inside: 1, wordStart: 2, whole: 3 } as const;

/** The fields of a person as one folded text, a tab before and behind each. */
function searchText({ id, login, email, firstName, lastName }: User): string {
  const [first, last] = [foldText(firstName), foldText(lastName)];
  return `\t${id}\t${foldText(login)}\t${foldText(email)}\t${first} ${last}\t${last} ${first}\t${last}${first}\t`;
}

/** The domains of the addresses in a search text. */
const DOMAIN = /@[^\t]*/g;

/** The distinct texts, and for each text the number of its like among them. */
function numberDistinct(texts: readonly string[]): { numbers: Int32Array; distinct: string[] } {
  const known = new Map<string, number>();
  const numbers = Int32Array.from(texts, (text) => {
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  });
  return { numbers, distinct: [...known.keys()] };
}

/** A search done: whom all its terms are found in. */
interface Search {
  terms: readonly string[];
  hits: Int32Array;
}

/** The fewest hits, among those of earlier searches, that hold everybody whom `terms` can be found in. */
function narrowest(searches: readonly Search[], terms: readonly string[]): Int32Array | undefined {
  return searches
    .filter((search) => search.terms.every((term, place) => terms[place]?.includes(term)))
    .map(({ hits }) => hits)
    .sort((left, right) => left.length - right.length)[0];
}

function gradeText(text: string, term: string): number {
  let at = text.indexOf(term);
  if (at === -1) return GRADES.none;
  for (; at !== -1; at = text.indexOf(term, at + 1)) {
    if (!isWordCode(text.charCodeAt(at - 1))) return GRADES.wordStart;
  }
  return GRADES.inside;
}

function lengthBit(length: number): number {
  return 1 << Math.min(length, 31);
}

/** Which lengths the fields of a search text have besides the id: tells at once where a whole field cannot be. */
function lengthsOf(text: string): number {
  return text
    .split('\t')
    .slice(2, -1)
    .reduce((bits, field) => bits | lengthBit(field.length), 0);
}

/** Prepares the search in `users`; typing on and taking letters back searches only what earlier letters have left. */
export function makePeopleSearch(users: readonly User[]): PeopleSearch {
  const texts = users.map(searchText);
  // Thousands share the domain of their address: it is searched once.
  const bodies = texts.map((text) => text.replace(DOMAIN, '@'));
  const { numbers: domainOf, distinct: domains } = numberDistinct(
    texts.map((text) => text.match(DOMAIN)?.join('') ?? ''),
  );
  const { anywhere, starts } = makeMasks(bodies);
  const fieldLengths = Int32Array.from(texts, lengthsOf);
  const places = new Map(users.map((user, index) => [String(user.id), index]));
  const typos = makeTypoFinder(users.map((user) => foldText(`${user.firstName} ${user.lastName} ${user.login}`)));
  const active = Uint8Array.from(users, (user) => (user.active ? 1 : 0));
  const everybody = Int32Array.from(users.keys());
  const onlyActive = everybody.filter((index) => active[index] === 1);
  const grades = new Uint8Array(users.length);
  const scratch = new Int32Array(users.length);
  let recent: Search[] = [];

  /** A grade function for one term; `whole` is left to the caller. */
  function makeGrader(term: string): (index: number) => number {
    if (term.includes('@')) return (index) => gradeText(texts[index] ?? '', term);
    const mayHave = makeMaskTest(anywhere, term);
    const mayStart = makeMaskTest(starts, String.fromCodePoint(term.codePointAt(0) ?? 0));
    // One letter or digit: its bits say it all.
    const isBit = /^[a-z\d]$/.test(term);
    const domainGrades = domains.map((domain) => gradeText(domain, term));
    return (index) => {
      const byDomain = domainGrades[domainOf[index] ?? 0] ?? GRADES.none;
      if (byDomain === GRADES.wordStart || !mayHave(index)) return byDomain;
      if (isBit) return mayStart(index) ? GRADES.wordStart : GRADES.inside;
      return Math.max(byDomain, gradeText(bodies[index] ?? '', term));
    };
  }

  /** Grades everybody who holds all terms, into `grades`, and returns them in order. */
  function gradeHits(terms: readonly string[]): Int32Array {
    const pool = narrowest(recent, terms) ?? everybody;
    const graders = terms.map(makeGrader);
    const whole = `\t${terms.join(' ')}\t`;
    let count = 0;
    for (const index of pool) {
      let grade: number = GRADES.wordStart;
      for (const grader of graders) grade = Math.min(grade, grader(index));
      if (grade === GRADES.none) continue;
      grades[index] = grade;
      scratch[count++] = index;
    }
    const found = scratch.slice(0, count);
    const length = lengthBit(whole.length - 2);
    for (const index of found) {
      if (grades[index] !== GRADES.wordStart || ((fieldLengths[index] ?? 0) & length) === 0) continue;
      if (texts[index]?.includes(whole)) grades[index] = GRADES.whole;
    }
    const same = places.get(terms.join(' '));
    if (same !== undefined) grades[same] = GRADES.whole;
    recent = [{ terms, hits: found }, ...recent.slice(0, REMEMBERED - 1)];
    return found;
  }

  function sortByGrade(hits: Int32Array, showInactive: boolean): Int32Array {
    let count = 0;
    for (const grade of [GRADES.whole, GRADES.wordStart, GRADES.inside]) {
      for (const index of hits) {
        if (grades[index] === grade && (showInactive || active[index] === 1)) scratch[count++] = index;
      }
    }
    return scratch.slice(0, count);
  }

  return {
    search(query, { showInactive }) {
      const terms = foldText(query)
        .split(/[\s,]+/)
        .filter((term) => term !== '');
      if (terms.length === 0) return showInactive ? everybody : onlyActive;
      const ranked = sortByGrade(gradeHits(terms), showInactive);
      if (ranked.length >= ENOUGH) return ranked;
      const words = terms.flatMap((term) => term.match(/[\p{L}\d]+/gu) ?? []);
      const exact = new Set(ranked);
      const guessed = typos.find(words).filter((index) => (showInactive || active[index] === 1) && !exact.has(index));
      return Int32Array.from([...ranked, ...guessed]);
    },
  };
}
