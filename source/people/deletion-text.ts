import { OPERATIONS, type Operation } from '../model/catalogue.ts';
import { numberText } from '../model/number-text.ts';
import { nameAndId, type User } from '../model/user.ts';
import type { GoingWhy, Tie, Ties } from './find-ties.ts';

/** Somebody who is to be deleted, and what hangs on them. */
export interface Deletion<Who extends User = User> {
  person: Who;
  ties: Ties;
}

/** What is typed to delete these people: of one the login, else the address, by which nobody else is meant; of several how many. */
export function deletionPhrase(people: readonly User[]): string {
  const [only] = people;
  const name = people.length === 1 ? only?.login || only?.email : '';
  return name || `DELETE ${people.length}`;
}

/** How the one who asks for a deletion can have others name the person no more, in a clause: "say --detach". */
export interface Detaching {
  isOn: boolean;
  how: string;
}

/** Whether the person cannot be deleted: something points at them, or they own what could go to somebody else. */
export function isHeld({ ties: { naming, merged, owned } }: Deletion, isDetaching: boolean): boolean {
  return (naming.length > 0 && !isDetaching) || merged.length + owned.length > 0;
}

/** In lines: what stands against a deletion and how each of it is freed, and what goes with the account. */
export function describeDeletion(deletion: Deletion, detaching: Detaching): string[] {
  const { person, ties } = deletion;
  const { naming, merged, owned, going } = ties;
  const verdict = isHeld(deletion, detaching.isOn) ? 'cannot be deleted yet.' : 'can be deleted.';
  const freed = 'they stay where they are, and name nobody from then on.';
  return [
    `${nameAndId(person)} ${verdict}`,
    ...part(
      'Records of others name this person',
      naming.map((tie) => `${tieText(tie)}, of ${namesText(tie.by)}`),
      detaching.isOn ? `Then ${freed}` : `To free it: ${detaching.how}; ${freed}`,
    ),
    ...part(
      'Accounts were merged into this one',
      merged.length === 0 ? [] : [namesText(merged)],
      'To free it: delete those first, or together with this one; or undo their merges.',
    ),
    ...OPERATIONS.flatMap((operation) =>
      part(
        `A ${operation} can still carry`,
        tiesLines(owned.filter(({ by }) => by === operation)),
        `To free it: ${wayToCarry(person, operation)}.`,
      ),
    ),
    ...GOING.flatMap(([why, title]) => part(title, tiesLines(going.filter((tie) => tie.why === why)), null)),
  ];
}

/** How somebody else gets what a person owns: "transfer it to somebody else"; whoever is merged is merged no further. */
export function wayToCarry({ mergedInto }: User, operation: Operation): string {
  if (operation === 'transfer') {
    return mergedInto === null ? 'transfer it to somebody else' : `transfer it to user ${mergedInto}, or to another`;
  }
  return mergedInto === null
    ? 'merge this person into somebody else'
    : `undo the merge into user ${mergedInto}, and merge the two anew`;
}

/** What goes with an account, what nobody else has first. */
const GOING: readonly (readonly [GoingWhy, string])[] = [
  ['uncarried', 'Goes with the account: nothing carries it, and nobody else has it'],
  ['left', 'Goes with the account: it was left here, and nobody else has it'],
  ['account', 'Goes with the account: it is a part of it'],
  ['shared', 'Goes with the account: whoever got the rest has the same'],
];

function part(title: string, lines: readonly string[], after: string | null): string[] {
  return lines.length === 0
    ? []
    : [`${title}:`, ...[...lines, ...(after === null ? [] : [after])].map((line) => `  ${line}`)];
}

function tiesLines(ties: readonly Tie[]): string[] {
  return ties.length === 0 ? [] : [ties.map(tieText).join(', ')];
}

/** "Contacts 4". */
export function tieText({ label, count }: Tie): string {
  return `${label} ${numberText(count)}`;
}

/** People named in a row before the rest is only counted. */
const MOST_NAMED = 5;

/** "Agent 1 (23), Agent 2 (24) and 7 more". @param most how many are named before the rest is only counted */
export function namesText(users: readonly User[], most = MOST_NAMED): string {
  const named = users.slice(0, most).map(nameAndId).join(', ');
  const rest = users.length - most;
  return rest > 0 ? `${named} and ${numberText(rest)} more` : named;
}
