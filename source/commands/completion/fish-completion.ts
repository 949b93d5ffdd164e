import type { CompletedCommand, Wanted } from './completion-table.ts';

/** The completion script for fish, to be sourced; each suggestion says what it is for. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).filter((name) => name !== '');
  const about = new Map(commands.map(({ name, summary }) => [name, summary]));
  const words = (command: string, offered: readonly string[]) =>
    offered.map((word) => {
      const summary = about.get(`${command} ${word}`.trim());
      const what = summary === undefined ? '' : ` -d ${quoted(summary)}`;
      return `complete -c handover -n ${at(command)} -a ${word}${what}`;
    });
  return [
    '# Completion of handover in fish; in ~/.config/fish/config.fish: handover completion fish | source',
    'function __handover_at',
    `    set -l names ${names.map(quoted).join(' ')}`,
    "    set -l command ''",
    '    for word in (commandline -opc)[2..-1]',
    '        set -l longer (string trim -- "$command $word")',
    '        contains -- "$longer" $names; and set command "$longer"',
    '    end',
    '    test "$command" = "$argv[1]"',
    'end',
    'function __handover_folders',
    "    set -l typed (commandline -ct | string replace -r -- '^-[^=]*=' '')",
    `    complete -C "'' $typed" | string match -r '^[^\\t]*/(?=\\t|$)'`,
    'end',
    'complete -c handover -f',
    ...commands.flatMap(({ name, flags, operand }) => [
      ...(operand === 'path' ? [`complete -c handover -n ${at(name)} -F`] : []),
      ...(Array.isArray(operand) ? words(name, operand) : []),
      ...flags.map(({ name: flag, about: what, wanted }) => {
        const value = wanted === null ? '' : suggest(wanted);
        return `complete -c handover -n ${at(name)} -l ${flag}${value} -d ${quoted(what)}`;
      }),
    ]),
    '',
  ].join('\n');
}

/** What stands behind a flag. */
function suggest(wanted: Wanted): string {
  if (wanted === 'path') return ' -r -F';
  if (wanted === 'folder') return " -x -a '(__handover_folders)'";
  return wanted === 'any' ? ' -x' : ` -x -a ${quoted(wanted.join(' '))}`;
}

function at(command: string): string {
  return quoted(`__handover_at "${command}"`);
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
