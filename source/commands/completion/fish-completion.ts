import type { CompletedCommand } from './completion-table.ts';

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
    'complete -c handover -f',
    ...commands.flatMap(({ name, flags, operand }) => [
      ...(operand === 'path' ? [`complete -c handover -n ${at(name)} -F`] : []),
      ...(Array.isArray(operand) ? words(name, operand) : []),
      ...flags.map(({ name: flag, about: what, wanted }) => {
        const value = wanted === null ? '' : wanted === 'path' ? ' -r -F' : ' -x';
        const choices = Array.isArray(wanted) ? ` -a ${quoted(wanted.join(' '))}` : '';
        return `complete -c handover -n ${at(name)} -l ${flag}${value}${choices} -d ${quoted(what)}`;
      }),
    ]),
    '',
  ].join('\n');
}

function at(command: string): string {
  return quoted(`__handover_at "${command}"`);
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
