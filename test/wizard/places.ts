import type { Person, User } from '../../source/model/user.ts';
import type { PairsFile } from '../../source/pairs/pair-row.ts';
import { makePeopleSearch } from '../../source/people/search-people.ts';
import { reviewTabs } from '../../source/wizard/logic/review-tabs.ts';
import type { State } from '../../source/wizard/state.ts';
import type { World } from '../../source/wizard/world.ts';
import {
  after,
  atConflicts,
  atCourses,
  atDirection,
  atDoneReview,
  atFields,
  atFile,
  atMergeDirection,
  atMergeReview,
  atPhrase,
  atPolicy,
  atPreview,
  atProfiles,
  atReview,
  atTypes,
  choose,
  fail,
  fileOf,
  finish,
  opened,
  peopleOf,
  planned,
  press,
  runOf,
  type,
} from './given.ts';
import { accountsOf, atEmptied, deletionOf, namingOf } from './given-care.ts';
import { atDuplicates } from './given-duplicates.ts';
import { atDoneRun, atUndoReview, atUndoTypes, rescored, runDone, undoPlanned } from './given-undo.ts';
import { importPlaces } from './import-places.ts';

const ESC = '\u001B';
const LONG = 'Wilhelmina-Maximiliane '.repeat(9);

/** Names that break a screen which counts characters, trusts them, or reads them from left to right. */
const NAMES: [string, string][] = [
  ['山田', '太郎右衛門'],
  ['👨‍👩‍👧', '👍🏽 Jones'],
  ['Jose\u0301', 'Zo\u0308e\u0301\u0301\u0301\u0301'],
  ['משה', 'כהן'],
  ['محمد', 'عبد الله'],
  [`${ESC}[31mRed`, 'Bell\u0007\r\nTab\t'],
  ['Ann\u202Elive', 'zero\u200Bwidth\u2066'],
  [LONG, LONG],
];

/** The demonstration store with such names, addresses and logins in turn; ids, access and teams stay. */
export function awkwardWorld(): Partial<World> {
  const users = opened().world.users.map((user, index): User => {
    const [firstName, lastName] = NAMES[index % NAMES.length] ?? ['', ''];
    return { ...user, firstName, lastName, login: `${firstName}.${user.id}`, email: `${lastName}@${user.id}.example` };
  });
  return {
    users,
    byId: new Map(users.map((user) => [user.id, user])),
    search: makePeopleSearch(users),
    storeName: `${LONG} 山田`,
    location: `/srv/${ESC}[2J/${'深い'.repeat(40)}`,
    operator: { ...opened().world.operator, name: LONG, login: '山田\u0007operator' },
    view: null,
    runs: [runOf({ done: 2, failed: 1, left: 3, operator: LONG }), runOf({ id: 'run-1', done: 9, operator: '山田' })],
  };
}

const RUN = runOf({ done: 3, failed: 2, left: 1995 }).id;

function running(state: State): State {
  const started = finish(press(type(state, state.plan?.confirm ?? ''), 'enter'), {
    kind: 'start-run',
    run: runOf({ left: 2000 }),
  });
  const counts = { done: 1, failed: 1, left: 1998 };
  return after(started, {
    type: 'run-events',
    at: 1000,
    events: [
      { event: 'run-started', run: RUN, pairs: 2000, done: 0, failed: 0, left: 2000 },
      { event: 'pair-done', run: RUN, source: 101, target: 201, done: 1, failed: 0, left: 1999 },
      {
        event: 'pair-failed',
        run: RUN,
        source: 102,
        target: 202,
        code: 'stale',
        reason: `${LONG}${ESC}[2J`,
        ...counts,
      },
    ],
  });
}

function resultOf(parts: Parameters<typeof runOf>[0], state: State): State {
  const ended = after(running(state), {
    type: 'run-events',
    at: 2000,
    events: [{ event: 'run-finished', run: RUN, state: 'succeeded', done: 2000, failed: 0, left: 0 }],
  });
  return finish(ended, { kind: 'open-run', run: runOf(parts), done: state.plan, showAs: 'result' });
}

const ROWS: [string, string][] = [
  ['19', '21'],
  ['20', `${ESC}[2J19\b\b91`],
  ['23', ''],
  ['24', `\u202E${LONG}`],
  ...Array.from({ length: 60 }, (_, index): [string, string] => [String(30 + index), '']),
];

/** What an unfinished run has left, come from the first screen: the plan of `review`. */
function unfinished({ world, plan }: State): State {
  const run = runOf({ state: 'stopped', done: 3, left: 1 });
  const asked = choose({ ...opened(), world: { ...world, runs: [run] } }, `resume:${run.id}`);
  if (plan === null) throw new Error('No plan');
  return finish(asked, { kind: 'open-plan', changed: 0, run, plan });
}

/** From the preview back to the file step, its folder read. */
function backAtFile(preview: State): State {
  return finish(press(preview, 'escape', 'escape'), { kind: 'list-folder', folder: '/srv/files', entries: [] });
}

/** A file of which some lines cannot be read. */
const BROKEN: PairsFile = {
  ...fileOf(ROWS),
  problems: [
    {
      line: 70,
      column: null,
      value: '"',
      code: 'unreadable',
      message: 'Lines 70 to 99 cannot be read: a quotation mark is not closed.',
      cure: 'Close it in the file, and open the file again.',
    },
  ],
};

/** The undo of the run from John to Jenny: chosen, reviewed, confirmed, run; and what it leaves behind. */
function undoPlaces(put: (state: State) => State): Record<string, State> {
  const review = put(atUndoReview(rescored));
  const phrase = press(review, 'enter', 'right', 'enter');
  const run = runDone({ id: 'run-2', operation: 'undo', undoOf: RUN, state: 'running' });
  const started = finish(press(type(phrase, 'UNDO 1'), 'enter'), { kind: 'start-run', run });
  const ended = after(started, {
    type: 'run-events',
    at: 2000,
    events: [{ event: 'run-finished', run: 'run-2', state: 'succeeded', done: 1, failed: 0, left: 0 }],
  });
  const partly = { ...runDone(run), state: 'succeeded' as const };
  const result = finish(ended, {
    kind: 'open-run',
    run: { ...partly, pairs: partly.pairs.map((pair) => ({ ...pair, partly: true as const })) },
    done: review.plan,
    showAs: 'result',
  });
  const stopped = runDone({ id: 'run-3', state: 'stopped', reason: `The disk is full: ${LONG}${ESC}[2J` });
  const undone = runDone({ id: 'run-4' });
  const pairs = undone.pairs.map((pair) => ({ ...pair, undone: { by: ['run-5', 'run-6'], whole: true } }));
  const many = { ...runOf({ done: 1500, failed: 499, left: 1, state: 'stopped' }), reason: 'The disk is full.' };
  return {
    'undo-types': put(press(atUndoTypes(), 'down', 'space')),
    'undo-review': review,
    'undo-review, waiting': put(press(atUndoTypes(), 'enter')),
    'undo-review, pairs': press(review, 'right'),
    'undo-review, changed': press(review, 'right', 'right'),
    'undo-review, overwriting': put(undoOverwriting()),
    'undo-review, nothing changed': put(press(atUndoReview(), 'right', 'right')),
    'undo-review, warnings': press(review, 'left'),
    'undo-confirm': press(review, 'enter'),
    'phrase, undo': phrase,
    'run, undo': started,
    'result, undo': result,
    'result, full disk': put(atDoneRun(opened({ runs: [stopped] }), stopped)),
    'result, undone': put(atDoneRun(opened({ runs: [undone] }), { ...undone, pairs })),
    pairs: put(press(atDoneRun(opened({ runs: [undone] }), { ...undone, pairs }), 'tab')),
    'pairs, many': put(press(atDoneRun(opened({ runs: [many] }), many), 'tab', 'tab', 'down')),
    'pairs, none': put(press(atDoneRun(opened({ runs: [undone] }), undone), 'tab', 'tab')),
    pair: put(press(atDoneRun(opened({ runs: [undone] }), { ...undone, pairs }), 'tab', 'enter')),
    'pairs, undo': press(result, 'tab'),
    'history, stopped': press(
      choose(
        { ...opened(), world: { ...review.world, runs: [{ ...partly, undoOf: 'run-4' }, stopped, undone] } },
        'history',
      ),
      'down',
    ),
  };
}

/** The review of an undo that puts back what has changed since all the same. */
function undoOverwriting(): State {
  return press(undoPlanned(press(atUndoReview(rescored), 'o'), rescored), 'right', 'right');
}

/** A merge whose people have names and values that break screens. */
function awkwardMerge(state: State): State {
  const { merge, plan } = state;
  const odd = (index: number) => NAMES[index % NAMES.length]?.[0] ?? '';
  const person = (given: Person, start: number): Person => {
    const { firstName, lastName } = { firstName: odd(start), lastName: odd(start + 1) };
    const texts = Object.keys(given.profile).map((field, index) => [field, odd(start + index)]);
    const courses = (given.records['course-enrolments'] ?? []).map((each, index) => ({ ...each, course: odd(index) }));
    const records = { ...given.records, 'course-enrolments': courses };
    return { ...given, firstName, lastName, profile: Object.fromEntries(texts), records };
  };
  const crowd = new Map([...(merge.crowd ?? [])].map(([id, given]) => [id, person(given, id)]));
  const people =
    merge.people === null ? null : { source: person(merge.people.source, 0), target: person(merge.people.target, 3) };
  const pairs = (plan?.pairs ?? []).map((pair) => ({
    ...pair,
    source: { ...pair.source, name: LONG },
    fields: pair.fields.map((field, index) => ({ ...field, source: odd(index), target: [odd(index + 1), LONG] })),
  }));
  return {
    ...state,
    merge: { ...merge, people, crowd: merge.crowd === null ? null : crowd },
    plan: plan === null ? null : { ...plan, pairs },
  };
}

/** Accounts that may be one person's: looked for, found, searched, marked, merged; and nobody found. */
function duplicatePlaces(put: (state: State) => State): Record<string, State> {
  const duplicates = put(atDuplicates());
  return {
    'duplicates, waiting': put(choose(choose(opened(), 'merge'), 'duplicates')),
    duplicates,
    'duplicates, marked': press(type(press(duplicates, 'shift-tab'), 'address'), 'down'),
    'duplicates, no pair': type(duplicates, 'zzz'),
    'duplicates, none': put(atDuplicates(opened(), [])),
    'preview, duplicates': press(press(duplicates, 'shift-tab'), 'enter'),
  };
}

/** The merge of John Smith into Jenny Andrews: picked, chosen field by field, reviewed, confirmed, run. */
function mergePlaces(put: (state: State) => State): Record<string, State> {
  const profiles = put(atProfiles());
  const fields = put(atFields());
  const courses = put(atCourses());
  const review = put(atMergeReview());
  const phrase = press(review, 'enter', 'right', 'enter');
  const run = runOf({ operation: 'merge', done: 1 });
  const started = finish(press(type(phrase, phrase.plan?.confirm ?? ''), 'enter'), {
    kind: 'start-run',
    run: { ...run, state: 'running' },
  });
  const ended = after(started, {
    type: 'run-events',
    at: 2000,
    events: [{ event: 'run-finished', run: RUN, state: 'succeeded', done: 1, failed: 0, left: 0 }],
  });
  const tabs = reviewTabs(review).map(({ label }, index): [string, State] => [
    `review, merge, ${label}`,
    press(review, ...Array<string>(index).fill('right')),
  ]);
  const rows: [string, string][] = [
    ['19', '21'],
    ['20', '22'],
  ];
  const policy = put(atPolicy(rows));
  const conflicts = put(atConflicts(rows));
  const decided = press(conflicts, ...Array<string>(40).fill('right'));
  const merges = planned(press(decided, 'enter', 'enter'));
  const pairs = press(merges, 'right');
  const pair = put(finish(press(pairs, 'e'), { kind: 'open-profiles', people: peopleOf(19, 21) }));
  const chosen = press(pair, 'down', 'down', 'left');
  return {
    merge: put(choose(opened(), 'merge')),
    ...duplicatePlaces(put),
    'bulk, merge': put(choose(choose(opened(), 'merge'), 'bulk-merge')),
    policy,
    'policy, a field': press(policy, 'down', 'left'),
    'policy, waiting': { ...policy, merge: { ...policy.merge, crowd: null } },
    conflicts,
    'conflicts, decided': decided,
    'conflicts, open': press(conflicts, 'enter'),
    'review, merges': press(merges, 'right', 'right'),
    'review, merges, pairs': pairs,
    'review, merges, by hand': press(planned(press(chosen, 'escape')), 'up'),
    'direction, merges': put(atMergeDirection(rows)),
    'preview, merges': press(policy, 'escape'),
    'fields, a pair of a file': chosen,
    'fields, waiting': press(pairs, 'e'),
    'courses, a pair of a file': press(chosen, 'enter', 'down', 'left'),
    'why, a pair of a file': press(chosen, 'w'),
    'why, a field': press(fields, 'down', 'w'),
    'why, a course': press(courses, 'down', 'w'),
    'why, a policy': press(policy, 'down', 'w'),
    'why, a conflict': press(conflicts, 'w'),
    'why, a type': press(courses, 'enter', 'w'),
    'why, in the review': press(review, 'w'),
    'merge-source': press(profiles, 'escape', 'escape', 'escape'),
    'merge-target': press(profiles, 'escape', 'escape'),
    profiles,
    'profiles, waiting': put({ ...profiles, merge: { ...profiles.merge, people: null } }),
    fields,
    'fields, a field': press(fields, 'down', 'down', 'right'),
    'fields, a union': put(press(atFields(), ...Array<string>(19).fill('down'), 'b')),
    'fields, only what differs': press(fields, 'd'),
    'fields, off': press(fields, 'x'),
    'fields, to be taken back': press(fields, 'down', 'right', 't'),
    courses,
    'courses, a course': press(courses, 'down', 'left'),
    'courses, off': press(courses, 'x'),
    'types, merge': press(courses, 'enter'),
    'confirm, merge': press(review, 'enter'),
    'phrase, merge': phrase,
    'result, merge': finish(ended, { kind: 'open-run', run, done: review.plan, showAs: 'result' }),
    ...Object.fromEntries(tabs),
  };
}

/** The after-care: emptied accounts, what to do with them, a deletion. */
function carePlaces(put: (state: State) => State): Record<string, State> {
  const list = (state: State): State => atEmptied(state, accountsOf(state));
  const emptied = list(put(opened()));
  const held = { naming: namingOf(emptied), owned: [{ label: LONG, count: 3, by: 'merge' as const }] };
  const deleting = choose(press(emptied, 'end', 'enter'), 'delete');
  const deletion = finish(deleting, { kind: 'open-deletion', deletion: deletionOf({}, emptied) });
  const single = runDone({ id: 'run-4' });
  return {
    emptied,
    'emptied, marked': press(emptied, 'down', 'tab'),
    'emptied, nobody': atEmptied(put(opened()), []),
    'emptied, none fits': type(emptied, 'zzz'),
    'emptied, waiting': choose(put(opened()), 'emptied'),
    'emptied-menu': press(emptied, 'tab', 'enter'),
    'ask, deactivate': choose(press(emptied, 'tab', 'enter'), 'deactivate'),
    deletion,
    'deletion, held': finish(deleting, { kind: 'open-deletion', deletion: deletionOf(held, emptied) }),
    'deletion-phrase': press(deletion, 'enter'),
    'result, one source': put(atDoneRun(opened({ runs: [single] }), single)),
  };
}

/** The wizard at every place, by name. Both people of the single transfer are found by their ids. */
export function everyPlace(world: Partial<World> = {}): Record<string, State> {
  const home = opened(world);
  // The ways past the first screen, with the answers that names give in the ordinary store.
  const put = (state: State): State => ({ ...state, world: home.world });
  const preview = put(atPreview(ROWS));
  const mended = choose(press(atPreview(ROWS), 'down', 'enter'), 'leave-out');
  const review = put(atReview());
  const phrase = put(atPhrase());
  const file = put(atFile());
  const places: Record<string, State> = {
    home,
    'home, read-only': opened({ ...world, isReadOnly: true }),
    'home, unfinished': opened({ ...world, runs: [runOf({ state: 'stopped', done: 3, left: 5 })] }),
    target: choose({ ...home, world: { ...home.world, runs: [] } }, 'single'),
    source: press(put(atTypes()), 'escape'),
    bulk: press(file, 'escape'),
    file,
    'file, listed': {
      ...file,
      file: { ...file.file, entries: NAMES.map(([name]) => ({ name, isFolder: false, size: 9 })) },
    },
    direction: put(
      atDirection(
        fileOf([
          ['19', '21'],
          ['20', '22'],
        ]),
      ),
    ),
    preview,
    'preview, a problem': press(preview, 'n'),
    'preview, unreadable': put(choose(atDirection(BROKEN), 'from-to')),
    types: put(atTypes()),
    review,
    'review, problems': put(atDoneReview()),
    'review, pairs': press(review, 'right'),
    'review, not moved': press(review, 'right', 'right'),
    'review, warnings': press(review, 'left'),
    'review, unfinished': put(unfinished(review)),
    'confirm, unfinished': put(press(unfinished(review), 'enter')),
    'review, waiting': put(press(atTypes(), 'enter')),
    'review, many': put(
      planned(
        press(
          atPreview([
            ['19', '21'],
            ['20', '22'],
          ]),
          'c',
          'enter',
        ),
      ),
    ),
    confirm: press(review, 'enter'),
    phrase,
    'phrase, wrong': press(type(phrase, 'wrong'), 'enter'),
    run: running(phrase),
    'result, done': resultOf({ done: 2000 }, phrase),
    'result, errors': resultOf({ done: 1500, failed: 500 }, phrase),
    'result, stopped': resultOf({ done: 3, failed: 2, left: 5, state: 'stopped' }, phrase),
    'result, interrupted': resultOf({ done: 3, left: 5, state: 'interrupted' }, phrase),
    ...mergePlaces((state) => (world.users === undefined ? put(state) : awkwardMerge(put(state)))),
    ...undoPlaces(put),
    ...carePlaces(put),
    ...importPlaces(put),
    export: choose(home, 'export'),
    history: choose(home, 'history'),
    ask: press(running(phrase), 's'),
    'ask, mendings': put(press(type(press(backAtFile(mended), 'ctrl-u'), 'other.csv'), 'enter')),
    'ask, a file': fail(press(choose(home, 'export'), 'enter'), 'file-exists'),
    detail: press(preview, 'n', 'd'),
    records: finish(press(review, 'd'), {
      kind: 'records',
      lines: [LONG, `kept  ${ESC}]0;x\u0007`, '山田'.repeat(60)],
    }),
    mend: press(preview, 'n', 'enter'),
    'mend-person': choose(press(preview, 'n', 'enter'), 'target'),
    'rows-per-page': press(preview, 'r'),
    'go-to-row': press(preview, 'g'),
    'save-mended': put(press(mended, 's')),
    quit: press(review, 'q'),
    'quit while a run goes on': press(running(phrase), 'ctrl-c'),
  };
  const helped = Object.entries(places).map(([name, state]): [string, State] => [`help at ${name}`, press(state, '?')]);
  return { ...places, ...Object.fromEntries(helped.filter(([, state]) => state.cover === 'help')) };
}
