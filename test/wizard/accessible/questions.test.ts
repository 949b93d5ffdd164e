import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { Person } from '../../../source/model/user.ts';
import type { Answer, Question } from '../../../source/wizard/accessible/question.ts';
import { QUESTIONS } from '../../../source/wizard/accessible/questions.ts';
import { sayNotice, saySentence, sayTitle } from '../../../source/wizard/accessible/say-place.ts';
import { sayQuestion, sayTypable } from '../../../source/wizard/accessible/say-question.ts';
import { sayable, spokenText } from '../../../source/wizard/accessible/spoken-text.ts';
import { helpOf } from '../../../source/wizard/screens/help-texts.ts';
import { placeBeneath, type State } from '../../../source/wizard/state.ts';
import { STEPS } from '../../../source/wizard/steps.ts';
import { update } from '../../../source/wizard/update.ts';
import { atCourses } from '../given.ts';
import { awkwardWorld, everyPlace } from '../places.ts';

/** Controls, and what turns the direction of text round or takes no room. */
const OBEYED = /[\p{Cc}\u200B\u202A-\u202E\u2066-\u2069]/u;
/** Keys and signs that nobody can type, or that are drawn and not said. */
const UNSPOKEN = /[←→↑↓✓✗▲●❯]|\b(?:Esc|Enter|Tab|Space|PgUp|PgDn)\b|\bpress [a-z]\b/;

/** Where somebody is asked: nothing covers it, and no slow work is waited for. */
const places = Object.entries(everyPlace()).filter(([, { cover, task }]) => cover === null && task === null);
const questionAt = (state: State): Question => QUESTIONS[placeBeneath(state)](state);

test('every step of the wizard has a question', () => {
  expect(STEPS.filter(({ id }) => QUESTIONS[id] === undefined)).toEqual([]);
});

test('every place that tests know is asked about', () => {
  const silent = places.filter(([, state]) => {
    const question = questionAt(state);
    const { lines } = sayQuestion(question);
    return lines.length === 0 && question.wanted === undefined;
  });
  expect(silent.map(([name]) => name)).toEqual([]);
});

/** Everything that is said at a place, its notice and title included. */
function saidAt(state: State): string[] {
  const question = questionAt(state);
  const whole: Question =
    question.list === undefined ? question : { ...question, list: { ...question.list, opening: 5 } };
  return [
    sayTitle(state),
    saySentence(state, false),
    ...(state.notice === null ? [] : [sayNotice(state.notice)]),
    ...(question.facts ?? []),
    ...sayQuestion(whole).lines,
    ...sayTypable(question, { start: 0, end: 0 }).filter((line) => !line.includes('Enter alone')),
  ].map((line) => sayable(line, { again: '', ascii: false }));
}

describe('what is said', () => {
  it.each(Object.entries(everyPlace(awkwardWorld())))(
    'at %s holds no control, whatever people are called',
    (_name, state) => {
      expect(saidAt(state).filter((line) => OBEYED.test(line))).toEqual([]);
    },
  );

  it.each(places)('at %s names no key that cannot be typed, and no sign', (_name, state) => {
    expect(saidAt(state).filter((line) => UNSPOKEN.test(line))).toEqual([]);
  });

  it.each(Object.keys(QUESTIONS))('as help at %s names no such key either', (place) => {
    for (const isRows of [false, true]) {
      const help = spokenText(helpOf(place as keyof typeof QUESTIONS, isRows));
      expect(help).not.toMatch(UNSPOKEN);
      expect(help).not.toMatch(/\b(?:arrows?|cursor|focus|buttons?|window|scrolls?|dimmed)\b/i);
    }
  });

  test('of what the reducer says names no such key', async () => {
    const folder = path.join(import.meta.dirname, '..', '..', '..', 'source', 'wizard', 'logic');
    const files = (await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8'));
    const texts = (await Promise.all(files)).flatMap(
      (text) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').match(/'[^'\n]*'|`[^`]*`/g) ?? [],
    );
    expect(texts.filter((text) => / /.test(text) && UNSPOKEN.test(text)).length).toBeGreaterThan(10);
    expect(texts.filter((text) => / /.test(text) && UNSPOKEN.test(spokenText(text.slice(1, -1))))).toEqual([]);
  });
});

/** What a line leads to, as far as the reducer does it at once. */
function stateAfter(state: State, { does = [] }: Answer): State {
  return does.reduce((now, doing) => doing(now).reduce(update, now), state);
}

describe('what can be typed', () => {
  it.each(places)('at %s has letters of its own, and each does something', (_name, state) => {
    const { commands = [], list } = questionAt(state);
    const letters = commands.map(({ letter }) => letter);
    expect(new Set(letters).size).toBe(letters.length);
    expect(letters.filter((letter) => ['b', 'q', 'm', '?'].includes(letter))).toEqual([]);
    const idle = commands.filter(({ answer }) => {
      const after = stateAfter(state, answer);
      // Reading on from another place of the list is something, too; the cursor may be there already.
      const place = answer.shows?.(after) ?? -1;
      const isReadOn = place >= 0 && place < (questionAt(after).list?.count ?? 0);
      return answer.opens === undefined && after === state && !isReadOn;
    });
    expect(idle.map(({ letter }) => letter)).toEqual([]);
    const rows = list === undefined || list.count === 0 ? [] : (list.rowCommands ?? []);
    for (const { answer } of rows) {
      const { says, opens, ...rest } = answer(0);
      expect(says !== undefined || opens !== undefined || stateAfter(state, rest) !== state).toBe(true);
    }
  });

  it.each(places)('at %s has numbers of which each does something', (_name, state) => {
    const { list } = questionAt(state);
    if (list?.pick === undefined) return;
    for (let index = 0; index < Math.min(list.count, 12); index += 1) {
      if (list.entryAt(index).refusal !== undefined) continue;
      const { says, opens, ...rest } = list.pick(index);
      expect(says !== undefined || opens !== undefined || stateAfter(state, rest) !== state).toBe(true);
    }
  });
});

describe('what one of a list can be', () => {
  const TAKING = places.filter(([, state]) => ['fields', 'courses', 'conflicts'].includes(placeBeneath(state)));

  it.each(TAKING)('at %s is offered only where it changes something; otherwise it is said why', (_name, state) => {
    const { list } = questionAt(state);
    for (let index = 0; index < (list?.count ?? 0); index += 1) {
      const { says = '', opens } = list?.pick?.(index) ?? {};
      const choices = opens?.(state).list;
      expect(says === '').toBe(opens !== undefined);
      expect(choices === undefined || choices.count > 0).toBe(true);
      for (let place = 0; place < (choices?.count ?? 0); place += 1) {
        const { opens: left, ...answer } = choices?.pick?.(place) ?? {};
        expect(left).toBeNull();
        const now = questionAt(stateAfter(state, answer)).list;
        expect(now?.entryAt(index).text).not.toBe(list?.entryAt(index).text);
      }
    }
  });

  // A part of a plan has the words of the plan, which the step explains.
  const CHOOSING = places.filter(([, state]) => !placeBeneath(state).endsWith('review'));

  it.each(CHOOSING)('at %s says as help what is typed there, not the letters of the list beneath', (_name, state) => {
    const { list } = questionAt(state);
    const { opens } = list?.pick === undefined || list.count === 0 ? {} : list.pick(0);
    const opened = opens?.(state);
    if (opened === undefined) return;
    expect(opened.help).toMatch(/number .*b goes back/);
    expect(opened.lines?.join(' ')).not.toMatch(/“3 [a-z]”|\([a-z]\)/);
  });
});

test('a cell that a date format does not read is a problem, not “is” one', () => {
  const dates = places.flatMap(([, state]) => {
    if (placeBeneath(state) !== 'import-types') return [];
    const { list } = questionAt(state);
    return Array.from({ length: list?.count ?? 0 }, (_, index) => list?.pick?.(index).opens?.(state));
  });
  const told = dates.flatMap((question) => (question === undefined ? [] : sayQuestion(question).lines));
  expect(told.filter((line) => /^\d+\. [DMY/.-]+: Problem: “.*” is/.test(line)).length).toBeGreaterThan(0);
  expect(told.filter((line) => line.includes('is Problem'))).toEqual([]);
});

test('of no courses nothing is offered but to go on', () => {
  const at = atCourses();
  const { people } = at.merge;
  const bare = (person: Person): Person => ({ ...person, records: { ...person.records, 'course-enrolments': [] } });
  if (people === null) throw new Error('No two people');
  const nobodys = { ...people, source: bare(people.source), target: bare(people.target) };
  const question = questionAt({ ...at, merge: { ...at.merge, people: nobodys } });
  expect(question.commands?.map(({ letter }) => letter)).toEqual(['c']);
  expect(sayTypable(question, { start: 0, end: 0 })).toEqual([
    'c: continue.',
    'b: back.',
    'q: quit. ?: this help. Enter alone: all of it again.',
  ]);
  expect(question.help).toContain('no course');
});
