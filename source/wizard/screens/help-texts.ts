import { nounOf } from '../../model/run-words.ts';
import type { OverlayId, State } from '../state.ts';
import type { StepId } from '../steps.ts';
import { IMPORT_HELP } from './import-help.ts';

const TEXTS: Record<StepId | OverlayId, string> = {
  ...IMPORT_HELP,
  home: 'From here you transfer what one person owns to another. Single carries one pair, Bulk a whole CSV file of pairs. Merge makes one profile of two, field by field. Import brings people in from a CSV file, or changes them. Emptied lists accounts whose data went to others, to be closed or deleted. A run that is in progress or was not finished comes first. Nothing changes before you have seen a review, pressed a button and typed a phrase.',
  target:
    'The target user is the one who is kept: their data is combined with the source’s, or overwritten by it, depending on the data type. Type part of a name, login, e-mail or ID to search. Dimmed people cannot be picked; the reason stands beside them.',
  source:
    'The source user is the one whose data moves. Afterwards it belongs to the target. Type to search. Leavers are often inactive: Tab shows them.',
  merge:
    'Two profiles are merged step by step, each field and each course as you choose. Many merges take a CSV file of pairs and a policy for where both have a value.',
  duplicates:
    'Accounts that may be one person’s, the most certain first: the same address or employee ID, the same name or nearly. It is a hint, not a proof: look at both before you merge. Type to search. Enter merges the two under the cursor, field by field; Tab marks several, Shift+Tab all that are listed, or none, and Enter merges those that are marked as a bulk merge that you review first. ← and → turn round who is merged into whom.',
  policy:
    'Where only one of two people has a value, it is taken. Where both have one, the policy says whose wins: the first row holds for every field, a field can have a policy of its own (←→). “ask me” puts those conflicts before you, one by one.',
  conflicts:
    'Every field for which both people have a value, and no policy says whose wins. ← takes the source’s, → the target’s; a decides all conflicts of this field in the same way; z takes your last choice back; n goes to the next open one. Enter goes on once none is open.',
  'merge-source':
    'A merge makes one profile of two: the source’s goes into the destination’s. The source’s account stays, marked as merged. Type part of a name, login, e-mail or ID to search. Dimmed people cannot be picked; the reason stands beside them.',
  'merge-target':
    'The destination is the account that is kept. Nothing of it is lost unless you choose so: field by field, course by course. Type to search.',
  profiles:
    'Both profiles side by side, and how many records each of them owns. Make sure that these are the two. Nothing is decided here.',
  fields:
    'A row a field; the mark shows whose value the target has afterwards, and the last column says so in a word. ← takes the source’s value, → the target’s, b both where the field is a list. Fields that differ come first; d hides the rest. Locked fields say why. A filled value is never replaced by an empty one unless you choose so. Nobody gains rights unless you press b on them. s takes all of the source’s, t all of the target’s, r what was proposed, x switches all of it on or off; z takes your last choice back, and then the ones before it. w tells a reason whole, with both values.',
  courses:
    'A row a course; the mark shows whose enrolment the target has afterwards. Proposed is the more completed one, then the one with the higher score. ← and → choose otherwise; r takes what is proposed, x switches all of it on or off, z takes your last choice back. Training material and responses go along with the enrolment that is taken.',
  bulk: 'Many transfers, or many merges, are told by a CSV file: export all users, fill in the To User ID of those who are concerned, and come back with the file. All other columns stay as they are.',
  file: 'Type a path, or choose with the arrows. Tab completes what you have typed. “../” goes up, “~” is your home folder. Only folders and CSV files are listed; a typed path is opened whatever its name.',
  direction:
    'From User ID and To User ID have been understood both ways. Nobody is trusted to have guessed right: read both sentences and choose the one that you mean. All later screens say it again.',
  preview:
    'Every row of your file. PROBLEM rows stop everything: mend them here (Enter), or leave them out. Your file is not changed; s saves a mended copy. In a file of merges o opens a pair, to choose for it by hand. skipped rows have an empty To User ID: nothing happens for them.',
  types:
    'Each kind of data has a rule: combined (both keep living at the target) or OVERWRITTEN (the target’s go, the source’s take their place). Switch off what should stay with the source. Locked ones say why.',
  review:
    'The plan: exactly this will run. “moves” are records that the target gets, “REPLACED” those of the target that go, “both” those that both have and that are carried once, “kept” those of the target that stay, “stays” those that remain with the source, “anew” those that are worked out again. d shows the records themselves. e goes to the step that decides what a tab shows; Enter or Esc there comes back. In a file of merges o opens one pair, to choose its fields and courses by hand, and r gives it back to the policy. w tells a reason whole. Not moved tells what else the sources own.',
  confirm: 'The first of two confirmations. Cancel is in focus; the other button goes on to the second.',
  'undo-types':
    'What the run did, by kind of data. Switch off what should stay as it is now. Kinds that rest on another one go along with it.',
  'undo-review':
    'The plan: exactly this is put back. “returned” are records that those get again who gave them, “restored” those that the run had dropped or altered at the others, “REMOVED” those that nobody has afterwards, “CHANGED” those that are not as the run left them. These stay as they are, unless you press o: then they are overwritten, but for those that somebody else has by now, and what was changed in them is lost. Changed since tells which, and which later runs touched them; to have everything as it was, undo those runs first. d shows the records themselves.',
  'undo-confirm': 'The first of two confirmations. Cancel is in focus; Undo goes on to the second.',
  phrase: 'Type the phrase exactly as it stands, then Enter. Until then nothing of this plan runs.',
  run: 'The run has a process of its own: leaving, quitting or losing the connection does not end it. Come back from the first screen, from any terminal.',
  result:
    'How the run ended. What failed was not changed at all; the reason stands beside it. Retry only these makes a new plan of just the failed pairs. Undo this run puts back what it did, as a plan that you review and confirm; an undo can be undone like any other run. Tab lists all pairs, each of which can be undone by itself. The source can be deactivated, which can be taken back, or deleted, which cannot.',
  pairs:
    'Every pair of the run and what became of it. Type a name or an ID to search; Tab shows one kind of them. Enter opens a pair: there it stands in full, and u puts it back, as a plan to review first.',
  pair: 'One pair of the run with everything about it. u puts it back, as a plan to review first.',
  export: 'Saves all users as a CSV file, ready to be edited and uploaded again.',
  history:
    'All runs of this store, newest first. Type to filter by id, state, operator or “undo”; Enter opens one, with its pairs, retry, undo and its log.',
  emptied:
    'Accounts whose data runs have brought to others, closed ones too. Each says how many kinds of data are still its own: what a merge copies stays with the source as well. Type to search: a name, an ID, “inactive”, “merged”. Tab marks an account, Shift+Tab all that are listed, or none; how many are marked always stands below the list. Enter asks what to do with the marked ones, listed or not; where none is, with the one under the cursor. A deactivated account can be activated again; a deleted one is gone for good.',
  'emptied-menu': 'What to do with the marked accounts, or with the one under the cursor.',
  deletion:
    'What stands against deleting this account, and how each of it is freed; then what goes with it. Records of others that name this person can stay and name nobody (n). A deletion cannot be taken back, and the runs that this person was part of cannot be undone for them any more; deactivating can be taken back.',
  'deletion-phrase': 'Type the phrase exactly as it stands, then Enter. Until then nothing is deleted.',
  ask: 'Left and right choose, Enter presses. The safe answer is in focus first.',
  records:
    'Every record of this type that the plan touches: REPLACED goes, moves comes to the target, copied comes to it as well and stays with the source, kept and stays remain where they are, in both is what both have: it is carried once. In an undo: returned to the source, restored to the target, REMOVED: nobody has it afterwards.',
  detail: 'One row of the file with everything about it.',
  why: 'Everything about the field, the course or the data type that the cursor is on: both values whole, and the reason why.',
  mend: 'Give the row another person, or leave it out. What you type searches for the person; nothing changes before you have picked one. u in the preview takes the last mending back, y does it again.',
  'mend-person':
    'Pick the person who takes the place of the one in the file. Esc goes back to the row, with nothing changed.',
  'rows-per-page': 'How many rows a page of the preview has.',
  'go-to-row': 'The line number of the file, the heading being line 1.',
  'save-mended': 'Your own file stays as it is; the copy has the mended IDs.',
};

/** The same of a run whose rows have one person each. */
const ROW_TEXTS: Partial<Record<StepId | OverlayId, string>> = {
  result:
    'How the import, or its undo, ended. A person whose row failed is as before; the reason stands beside it. Import the file once more to try those again: rows that are done count as unchanged; those that made somebody new (User ID 0) are problems then, since they are there already, and nothing comes of them. Undo this run puts every value back and removes the people who were created, as a plan that you review and confirm; mail that was sent is not taken back. Tab lists all rows, each of which can be undone by itself.',
  pairs:
    'Every row of the run and what became of its person. Type a name or an ID to search; Tab shows one kind of them. Enter opens a row: there each value stands before and after, and u puts it back, as a plan to review first.',
  pair: 'One row of the run: the person, and each value before and after. u puts it back, as a plan to review first.',
};

/** What a place is for, in plain words. @param isRows whether it shows a run whose rows have one person each */
export function helpOf(place: StepId | OverlayId, isRows = false): string {
  return (isRows ? ROW_TEXTS[place] : undefined) ?? TEXTS[place];
}

/** Whether the run on screen is an import, or the undo of one. */
export function isOfRows({ result }: State): boolean {
  return result !== null && nounOf(result.run) === 'row';
}
