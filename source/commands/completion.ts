import { HandoverError } from '../errors.ts';
import type { Command } from './command.ts';
import { COMMON_FLAGS } from './common-flags.ts';
import { bashCompletion } from './completion/bash-completion.ts';
import { completionTable } from './completion/completion-table.ts';
import { fishCompletion } from './completion/fish-completion.ts';
import { zshCompletion } from './completion/zsh-completion.ts';
import { COMMANDS } from './index.ts';
import { askIfMeant } from './nearest-name.ts';
import { printJson } from './print.ts';

const SCRIPTS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** `completion bash|zsh|fish`: the script that this shell is to read. @throws HandoverError `unknown-shell` */
export const completion: Command = async (context, [shell = '']) => {
  if (!isShell(shell)) {
    const names = Object.keys(SCRIPTS);
    throw new HandoverError(
      'usage',
      'unknown-shell',
      `handover has no completion for "${shell}".`,
      askIfMeant(shell, names, '') ?? `It has some for ${names.join(', ')}.`,
    );
  }
  const script = SCRIPTS[shell](completionTable(COMMANDS, COMMON_FLAGS));
  if (context.json) printJson(context, { shell, script });
  else context.stdout.write(script);
  return 0;
};

function isShell(shell: string): shell is keyof typeof SCRIPTS {
  return Object.hasOwn(SCRIPTS, shell);
}
