import { COMMON_FLAGS } from '../../source/commands/common-flags.ts';
import type { FlagEntry } from '../../source/commands/flags.ts';
import { COMMANDS } from '../../source/commands/index.ts';
import { EXIT_STATUSES } from './exit-statuses.ts';

/** The manual page handover(1), in the man macros, from the table of commands and the version in package.json. */
export function manPage(version: string): string {
  const shown = COMMANDS.filter(({ isHidden }) => !isHidden);
  return [
    `.TH HANDOVER 1 "" "handover ${version}" "User Commands"`,
    '.SH NAME',
    'handover \\- moves what one person owns to another person, without losing any of it',
    '.SH SYNOPSIS',
    '.B handover',
    '.RI [ flags ]',
    '.br',
    '.B handover',
    '.I command',
    '.RI [ operands ]',
    '.RI [ flags ]',
    '.SH DESCRIPTION',
    ...paragraph(
      'Without a command it opens the wizard, which leads through everything. Each command does one step of it without the wizard: a plan is made and shown first, which changes nothing, and just that plan is run, once it is confirmed. What a run did can be taken back.',
    ),
    '.SH COMMANDS',
    ...shown.flatMap(({ name, usage, summary, flags, example }) => [
      '.SS',
      `.B ${escaped(`handover ${name}`)}${usage === '' ? '' : ` ${escaped(usage)}`}`,
      ...paragraph(`It ${summary}.`),
      ...flags.flatMap(flagItem),
      '.PP',
      'Example:',
      '.B',
      escaped(example),
    ]),
    '.SH OPTIONS OF EVERY COMMAND',
    ...COMMON_FLAGS.flatMap(flagItem),
    '.SH EXIT STATUS',
    ...EXIT_STATUSES.flatMap(([status, about]) => ['.TP', `.B ${status}`, escaped(about)]),
    '.SH ENVIRONMENT',
    ...item('HANDOVER_STORE', 'The folder of the store, where --store names none.'),
    ...item('NO_COLOR', 'Set to anything: no colours.'),
    ...item('ACCESSIBLE', 'Set to 1: numbered questions instead of screens, as with --accessible.'),
    '.SH FILES',
    ...item('$XDG_DATA_HOME/handover', 'The store, where nothing else names one. It belongs to one account alone.'),
    '',
  ].join('\n');
}

function flagItem({ name, value, isMultiple, about }: FlagEntry): string[] {
  return item(`--${name}${value === undefined ? '' : ` ${value}`}${isMultiple ? '...' : ''}`, about);
}

function item(name: string, about: string): string[] {
  return ['.TP', `.B ${escaped(name)}`, escaped(about)];
}

function paragraph(text: string): string[] {
  return ['.PP', escaped(text)];
}

/** As the man macros show it: no character is one of their own, and none begins a request. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replace(/^([.'])/, '\\&$1');
}
