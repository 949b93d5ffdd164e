import { basename, dirname, join, resolve, sep } from 'node:path';
import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import { AS_FOUND, howRead } from '../../people/import/how-read.ts';
import { bodySize } from '../layout.ts';
import { ask, begin, goOn, say } from '../navigate.ts';
import { fieldOf } from '../parts/edit-text.ts';
import { editPath, plainPath } from '../parts/plain-path.ts';
import { type FileState, type FolderEntry, hasUnsavedMendings, type State } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';
import { hasUnsavedEdits } from './with-import.ts';

/** The file step before anything was chosen there. */
export function freshFile({ world }: State): FileState {
  return { field: fieldOf(''), folder: world.cwd, entries: [], cursor: 0, awaited: null, loaded: null, isFound: false };
}

/** What the list shows: the way up, then what begins as the typed name does; folders and CSV files first. */
export function listedEntries({ field, entries }: FileState): FolderEntry[] {
  const typed = typedName(field.value).toLowerCase();
  const fitting = entries.filter(({ name }) => name.toLowerCase().startsWith(typed) && isShown(name, typed));
  if (typed === '') return [{ name: '..', isFolder: true, size: 0 }, ...fitting];
  // What is typed to the letter is meant, whatever begins like it.
  const exact = typedName(field.value);
  return fitting.sort((left, right) => Number(right.name === exact) - Number(left.name === exact));
}

/** Choosing a file: what is typed is a path, the list what that path can go on to. */
export const fileLogic: Logic = {
  enter(state) {
    const folder = folderOf(state, state.file.field.value);
    return begin({ ...state, file: { ...state.file, awaited: null } }, { kind: 'list-folder', folder });
  },
  act(state, action) {
    const { file, task } = state;
    if (task?.job.kind === 'list-folder' && (action === 'complete' || action === 'enter')) {
      return { ...state, file: { ...file, awaited: action } };
    }
    if (file.field.value === '~' && (action === 'complete' || action === 'enter')) return withPath(state, `~${sep}`);
    const listed = listedEntries(file);
    switch (action) {
      case 'complete':
      case 'enter':
        return follow(state, action);
      default: {
        const cursor = moveCursor(file.cursor, action, listed.length, bodySize(state).height - 3);
        return { ...state, notice: null, file: { ...file, cursor } };
      }
    }
  },
  type(state, press) {
    const { file } = state;
    if (press.name === 'backspace' && file.field.value === '') return withPath(state, `..${sep}`);
    const field = editPath(file.field, press);
    return field.value === file.field.value ? { ...state, file: { ...file, field } } : withField(state, field);
  },
};

/** The folder that a typed path leads into, absolute; "~" is the operator's home. */
function folderOf({ world }: State, typed: string): string {
  const path = typed === '~' || typed.startsWith(`~${sep}`) ? world.home + typed.slice(1) : typed;
  return resolve(world.cwd, path.endsWith(sep) || path === '' ? path : dirname(path));
}

function typedName(typed: string): string {
  return typed.endsWith(sep) ? '' : basename(typed);
}

function isShown(name: string, typed: string): boolean {
  return !name.startsWith('.') || typed.startsWith('.');
}

function withField(state: State, field: FileState['field']): State {
  const folder = folderOf(state, field.value);
  // A name has been typed: the first that fits is meant. Otherwise the cursor stays off "..".
  const next: State = { ...state, notice: null, file: { ...state.file, field, cursor: 0, awaited: null } };
  if (folder === state.file.folder) return next;
  // What the folder before held must not be taken for what the typed one holds.
  return begin({ ...next, file: { ...next.file, folder, entries: [] } }, { kind: 'list-folder', folder });
}

function withPath(state: State, path: string): State {
  return withField(state, fieldOf(path));
}

/** Completes or opens what is typed; what was typed in quotation marks, or as a shell needs it, as the path that it means. */
function follow(state: State, action: 'complete' | 'enter'): State {
  const { value } = state.file.field;
  const listed = listedEntries(state.file);
  const plain = plainPath(value);
  if (plain === value || listed.some(({ name }) => name === typedName(value))) {
    return action === 'complete' ? complete(state, listed) : open(state, listed);
  }
  const next = withPath(state, plain);
  const isAsked = next.file.folder !== state.file.folder;
  return isAsked ? { ...next, file: { ...next.file, awaited: action } } : follow(next, action);
}

/** The typed path as far as all entries that fit agree; a single folder is gone into. */
function complete(state: State, listed: FolderEntry[]): State {
  const { field } = state.file;
  const fitting = listed.filter(({ name }) => name !== '..');
  const [first] = fitting;
  if (first === undefined) return say(state, 'info', 'Nothing here begins like that.');
  const head = field.value.slice(0, field.value.length - typedName(field.value).length);
  if (fitting.length === 1) return withPath(state, `${head}${first.name}${first.isFolder ? sep : ''}`);
  const common = fitting.map(({ name }) => name).reduce(commonStart);
  const typed = typedName(field.value);
  return common.length > typed.length
    ? withPath(state, head + common)
    : say(state, 'info', `${numberText(fitting.length)} names fit.`);
}

function commonStart(left: string, right: string): string {
  let length = 0;
  while (length < left.length && left[length]?.toLowerCase() === right[length]?.toLowerCase()) length += 1;
  return left.slice(0, length);
}

function open(state: State, listed: FolderEntry[]): State {
  const { file } = state;
  const entry = listed[file.cursor];
  if (entry === undefined) {
    const path = resolve(file.folder, typedName(file.field.value));
    return file.field.value === '' ? state : read(state, path);
  }
  const head = file.field.value.slice(0, file.field.value.length - typedName(file.field.value).length);
  if (entry.isFolder) return withPath(state, join(head, entry.name) + sep);
  const chosen: State = { ...state, file: { ...file, field: fieldOf(head + entry.name) } };
  return read(chosen, join(file.folder, entry.name));
}

/** Mendings that no copy has are not dropped for another file without a question. */
function read(state: State, path: string): State {
  const isImport = state.mode === 'import';
  const task = isImport
    ? { kind: 'read-people' as const, path, reading: AS_FOUND }
    : { kind: 'read-file' as const, path };
  const loaded = isImport ? state.importing.file : state.file.loaded;
  const isUnsaved = isImport ? hasUnsavedEdits(state) : hasUnsavedMendings(state);
  if (loaded === null || loaded.file === path || !isUnsaved) return begin(state, task);
  const count = (isImport ? state.importing.edits : state.mendings).byLine.size;
  const rows = count === 1 ? 'One mended row' : `${numberText(count)} mended rows`;
  return ask(state, {
    text: `${rows} of ${basename(loaded.file)} would be lost: no copy of them is saved. Open the other file all the same?`,
    yes: 'Open the other file',
    no: 'Stay',
    task,
  });
}

/** Once the folder has been read: the cursor on the first entry that can be chosen, and what was pressed meanwhile. */
export function showFolder(state: State, folder: string, entries: FolderEntry[]): State {
  const { awaited } = state.file;
  const file: FileState = { ...state.file, folder, entries, awaited: null };
  const listed = listedEntries(file);
  const cursor = Math.max(
    0,
    listed.findIndex(({ name }) => name !== '..'),
  );
  const shown: State = { ...state, file: { ...file, cursor } };
  return awaited === null ? shown : follow(shown, awaited);
}

/** Once the chosen file has been read: on to what it holds. Mendings stay while it is the same file. */
export function showFile(state: State, loaded: NonNullable<FileState['loaded']>, fresh: Partial<State>): State {
  const { rows, encoding } = loaded;
  const look = encoding.guessed ? ' Look whether the names are right.' : '';
  const isDropped =
    fresh.mendings !== undefined && state.file.loaded?.file === loaded.file && hasUnsavedMendings(state);
  const dropped = isDropped ? 'The file has changed: what you mended in it is gone. ' : '';
  const said = `${dropped}Read ${countOf(rows.length, 'row')}: ${howRead(loaded)}.${look}`;
  return say(goOn({ ...state, ...fresh, file: { ...state.file, loaded, isFound: false } }), 'info', said);
}
