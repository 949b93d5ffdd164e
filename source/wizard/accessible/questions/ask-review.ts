import type { TypeChange } from '../../../model/change.ts';
import { numberText } from '../../../model/number-text.ts';
import type { Plan } from '../../../model/plan.ts';
import { courseRows } from '../../logic/merge-choices.ts';
import { handOf } from '../../logic/pair-choices.ts';
import { plannedFields, type ReviewTab, reviewTabs, type TabContent } from '../../logic/review-tabs.ts';
import type { TouchedType } from '../../logic/touched-types.ts';
import { aboutPairChoices } from '../../screens/pair-rows.ts';
import { aboutField, emptyTabText, notMovedText, totalsText } from '../../screens/review-words.ts';
import { aboutTouched } from '../../screens/rule-words.ts';
import { problemLines, warningLines } from '../../screens/warning-lines.ts';
import type { State } from '../../state.ts';
import { moving, press, pressing } from '../presses.ts';
import type { Answer, Asking, Command, List, RowCommand } from '../question.ts';
import { spokenText } from '../spoken-text.ts';
import { courseText, fieldText } from './ask-merge.ts';
import { takeBackCommand } from './take-back-command.ts';
import { toldWarnings } from './told-warnings.ts';

/** What will happen, all of it: the parts of the plan by number, each read for itself. */
export const askReview: Asking = (state) => {
  const { plan } = state;
  if (plan === null) return { lines: ['There is no plan.'] };
  const tabs = reviewTabs(state);
  return {
    facts: [
      ...problemsTold(plan),
      ...toldWarnings(plan.warnings.length === 0 ? [] : warningLines(plan), 'choose Warnings'),
    ].map(spokenText),
    lines: [`${totalsText(plan)}.`],
    list: {
      noun: 'parts',
      count: tabs.length,
      entryAt: (index) => ({ text: `${tabs[index]?.label}: ${numberText(tabs[index]?.count ?? 0)}` }),
      pick: (index) => ({ does: [toTab(index)], opens: askTab(index) }),
    },
    commands: [{ letter: 'c', label: 'confirm', answer: pressing('enter') }, ...takeBackCommand(state)],
  };
};

/** The parts of a plan that are read line by line. */
const READ: ReadonlyMap<TabContent, (plan: Plan) => string[]> = new Map([
  ['problems', problemLines],
  ['warnings', warningLines],
  ['not-moved', (plan: Plan) => notMovedText(plan).split('\n')],
]);

function problemsTold(plan: Plan): string[] {
  return plan.problems.length === 0 ? [] : problemLines(plan);
}

const toTab = (index: number) => (state: State) =>
  Array.from({ length: Math.max(0, index - state.reviewTab) }, () => press('right')).concat(
    Array.from({ length: Math.max(0, state.reviewTab - index) }, () => press('left')),
  );

function askTab(index: number): Asking {
  return (state) => {
    const tab = reviewTabs(state)[index];
    const { plan } = state;
    if (plan === null || tab === undefined) return { lines: ['There is no plan.'] };
    const change: Command[] =
      tab.decidedAt === null ? [] : [{ letter: 'e', label: 'change it', answer: pressing('e') }];
    const lines = [`${tab.label}.`];
    const read = READ.get(tab.content);
    if (read !== undefined) {
      const text = read(plan);
      return { lines, reading: text.filter((line) => line.trim() !== ''), commands: change };
    }
    const list = tabList(state, plan, tab);
    const none = list.count === 0 ? [emptyTabText(tab.content, plan)] : [];
    return { lines: [...lines, ...none], list, commands: change };
  };
}

/** The rows of a part of the plan. */
function tabList(state: State, plan: Plan, tab: ReviewTab): List {
  const at = (index: number, ...keys: string[]): Answer => ({
    does: [({ scroll }) => [...moving(scroll, index), ...keys.map(press)]],
  });
  switch (tab.content) {
    case 'types':
      return {
        noun: 'data types',
        count: tab.types.length,
        entryAt: (index) => ({ text: typeText(plan, tab.types[index]) }),
        pick: (index) => at(index, 'd'),
        rowCommands: [{ letter: 'w', label: 'why', answer: (index) => ({ says: whyType(tab.types[index]) }) }],
      };
    case 'courses': {
      const rows = courseRows(state);
      const why = (index: number): Answer => ({ says: `${rows[index]?.course}: ${rows[index]?.why}` });
      return {
        noun: 'courses',
        count: rows.length,
        entryAt: (index) => ({ text: courseText(rows[index]) }),
        pick: why,
      };
    }
    case 'fields': {
      const rows = plannedFields(state);
      const why = (index: number): Answer => {
        const row = rows[index];
        return { says: row === undefined ? '' : aboutField(row, plan) };
      };
      const whose = (index: number) =>
        plan.pairs.length === 1 ? '' : `${rows[index]?.pair.source.name} into ${rows[index]?.pair.target.name}, `;
      return {
        noun: 'fields',
        count: rows.length,
        entryAt: (index) => ({ text: whose(index) + fieldText(rows[index], state.world) }),
        pick: why,
        rowCommands: byHand(state, at),
      };
    }
    default:
      return {
        noun: 'pairs',
        count: plan.pairs.length,
        entryAt: (index) => ({ text: pairText(state, plan, index) }),
        rowCommands: byHand(state, at),
      };
  }
}

function byHand({ mode }: State, at: (index: number, key: string) => Answer): RowCommand[] {
  if (mode !== 'bulk-merge') return [];
  return [
    { letter: 'o', label: 'choose for this pair by hand', answer: (index) => at(index, 'o') },
    { letter: 'r', label: 'by the policy again', answer: (index) => at(index, 'r') },
  ];
}

const NUMBERS: readonly [names: readonly (keyof TypeChange)[], word: string][] = [
  [['combined', 'summed'], 'moves'],
  [['replaced'], 'REPLACED'],
  [['deduplicated'], 'in both'],
  [['kept'], 'kept'],
  [['skipped'], 'stays'],
  [['derived'], 'anew'],
];

/** "Contacts: 9 moves, 2 REPLACED": the numbers that are not zero. */
function typeText({ pairs, operation }: Plan, type: TouchedType | undefined): string {
  if (type === undefined) return '';
  const changes = pairs.flatMap(({ changes: each }) => each[type.id] ?? []);
  const told = NUMBERS.flatMap(([names, word]) => {
    const sum = changes.reduce(
      (total, change) => total + names.reduce((part, name) => part + Number(change[name]), 0),
      0,
    );
    return sum === 0 ? [] : [`${numberText(sum)} ${operation === 'merge' && word === 'moves' ? 'comes' : word}`];
  });
  return `${type.label}: ${told.join(', ') || 'nothing'}`;
}

function whyType(type: TouchedType | undefined): string {
  return type === undefined ? '' : aboutTouched(type);
}

function pairText(state: State, plan: Plan, index: number): string {
  const pair = plan.pairs[index];
  if (pair === undefined) return '';
  const { line, source, target, changes, fields } = pair;
  const sum = (name: 'combined' | 'replaced') => Object.values(changes).reduce((total, each) => total + each[name], 0);
  const isMerge = plan.operation === 'merge';
  const gained = isMerge ? `${numberText(fields.filter(({ taken }) => taken !== 'target').length)} fields, ` : '';
  const numbers = `${gained}${numberText(sum('combined'))} ${isMerge ? 'come over' : 'move'}, ${numberText(sum('replaced'))} REPLACED`;
  const by =
    state.mode !== 'bulk-merge'
      ? ''
      : handOf(state, { source: source.id, target: target.id }) === null
        ? '; by the policy'
        : `. ${spokenText(aboutPairChoices(state, pair))}`;
  return `${line === null ? '' : `Line ${line}: `}${source.name} (${source.id}) into ${target.name} (${target.id}): ${numbers}${by}`;
}
