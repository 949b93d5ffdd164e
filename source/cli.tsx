import './refuse-old-node.ts';
import { hostname, userInfo } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pkg from '../package.json' with { type: 'json' };
import { againFlags } from './commands/again-flags.ts';
import type { Flags } from './commands/flags.ts';
import { tellHelp } from './commands/help.ts';
import { type Arguments, parseArguments } from './commands/parse-arguments.ts';
import { playSpeed } from './commands/play-speed.ts';
import { printError } from './commands/print-error.ts';
import { EXIT, HandoverError } from './errors.ts';
import { CLEAR, type Veil } from './redact/veil.ts';
import type { Context } from './session/context.ts';
import { readRealAccount } from './session/real-account.ts';
import { nodeDisk } from './store/node-disk.ts';
import { systemClock, systemRandom, systemWait } from './system-ports.ts';
import { wantsColour } from './terminal-colour.ts';
import { workerEnvironment } from './worker/worker-environment.ts';

const { argv, env, stdin, stdout, stderr } = process;
const given = (name: string): string | null => env[name] || null;
const locale = given('LC_ALL') ?? given('LC_CTYPE') ?? given('LANG') ?? '';
/** What an error is told with; how it is told is known once the flags have been read. */
const outputs = {
  stdout,
  stderr,
  columns: stdout.columns || stderr.columns || 80,
  json: false,
  ascii: !/utf-?8/i.test(locale),
  again: '',
  veil: CLEAR,
};

const UNWRITTEN = {
  message: 'What the command has to say could not be written where its output was sent',
  hint: 'Send it where there is room. If the command changes the store, look first at what it did: handover runs',
};

/** Whether the command at work is not to be broken off when nobody reads what it says. */
let isFinishedUnheard = false;

/** Runs what the command line asks for and returns the exit status. */
async function main(): Promise<number> {
  const { command, words, flags } = parseArguments(argv.slice(2), pkg, (given) => {
    outputs.json = given.isOn('json');
    outputs.ascii ||= given.isOn('ascii');
    outputs.again = againFlags(given);
  });
  if (flags.isOn('version')) {
    stdout.write(outputs.json ? `${JSON.stringify({ version: pkg.version })}\n` : `${pkg.version}\n`);
    return 0;
  }
  if (flags.isOn('help')) {
    await tellHelp(outputs, command === null || command.name === 'help' ? words : command.name.split(' '));
    return 0;
  }
  const interrupt = new AbortController();
  const context = await makeContext(flags, interrupt.signal);
  if (command === null) return openWizard(context, interrupt).catch((error) => tellRedacted(error, context));
  if (command.name === 'demo' && flags.isOn('play')) return openPlay(context, flags, interrupt);
  if (context.isReadOnly && command.isWriting?.(words, flags)) throw refusedReadOnly(command);
  const isLeavable = command.isLeavable?.(words, flags) === true;
  if (isLeavable) leaveOnInterrupt(interrupt);
  isFinishedUnheard = !isLeavable && command.isWriting?.(words, flags) === true;
  const run = await command.load();
  return run(context, words, flags).catch((error) => tellRedacted(error, context));
}

/** What hides everybody whom this process comes to know of, these accounts at first. */
async function veilOver(accounts: readonly (string | null)[]): Promise<Veil> {
  const { makeVeil } = await import('./redact/make-veil.ts');
  return makeVeil(accounts.filter((account) => account !== null));
}

/** What went wrong, without names where none are to be shown. */
async function tellRedacted(error: unknown, context: Context): Promise<never> {
  if (!context.veil.isOn) throw error;
  const { redactError } = await import('./session/redact-error.ts');
  throw await redactError(error, context);
}

async function openWizard(context: Context, interrupt: AbortController): Promise<number> {
  if (context.json && (context.isAccessible || context.isTerminal)) {
    throw new HandoverError(
      'usage',
      'wrong-flag',
      'The wizard asks and tells in words: --json needs a command.',
      'Name a command, see "handover help"; or leave out --json.',
    );
  }
  if (context.isAccessible) {
    const { openAccessible } = await import('./wizard/accessible/open-accessible.ts');
    return openAccessible(context);
  }
  if (!context.isTerminal) {
    throw new HandoverError(
      'usage',
      'no-terminal',
      'The wizard needs a terminal, and there is none here.',
      'Let it ask questions instead with --accessible, or use commands: handover check, plan, apply; see "handover help".',
    );
  }
  leaveOnInterrupt(interrupt);
  settleColour(context);
  const { openWizard } = await import('./wizard/open-wizard.tsx');
  return openWizard(context);
}

async function openPlay(context: Context, flags: Flags, interrupt: AbortController): Promise<number> {
  const speed = playSpeed(flags);
  leaveOnInterrupt(interrupt);
  settleColour(context);
  const { openPlay } = await import('./wizard/play/open-play.tsx');
  return openPlay(context, speed);
}

/** Ink decides when it is first loaded, and by another rule. */
function settleColour({ colour }: Context): void {
  env.FORCE_COLOR = colour ? '1' : '0';
}

/** The first signal asks politely; the next one ends the process. */
function leaveOnInterrupt(interrupt: AbortController): void {
  process.once('SIGINT', () => interrupt.abort());
}

function refusedReadOnly({ name }: NonNullable<Arguments['command']>): HandoverError {
  return new HandoverError(
    'not-permitted',
    'read-only',
    `What was asked of "${name}" changes the store, and --read-only was said.`,
    'Leave out --read-only if it may be changed.',
  );
}

async function makeContext(flags: Flags, interrupt: AbortSignal): Promise<Context> {
  const cwd = process.cwd();
  const dataFolder = fileURLToPath(new URL('../data/', import.meta.url));
  const catalogue = flags.text('catalogue');
  const location = flags.text('store') ?? given('HANDOVER_STORE');
  const login = loginName();
  const uid = process.getuid?.() ?? null;
  const root = '/';
  const isAccessible = flags.isOn('accessible') || wantsAccessible();
  const realAccount = await readRealAccount({ login, uid, askedBy: given('SUDO_USER') ?? given('DOAS_USER'), root });
  if (flags.isOn('redact')) outputs.veil = await veilOver([login, realAccount]);
  return {
    cwd,
    stdin,
    stdout,
    stderr,
    isTerminal: stdin.isTTY === true && stdout.isTTY === true && env.TERM !== 'dumb',
    isRedrawn: stderr.isTTY === true && env.TERM !== 'dumb' && !isAccessible,
    columns: outputs.columns,
    get again() {
      return outputs.veil.said(outputs.again);
    },
    location: locate(location ?? path.join(dataHome(), 'handover'), cwd),
    as: flags.text('as'),
    login,
    uid,
    realAccount,
    root,
    host: hostname(),
    pid: process.pid,
    catalogueFile: catalogue === null ? path.join(dataFolder, 'catalogues', 'standard.json') : path.resolve(catalogue),
    dataFolder,
    program: fileURLToPath(import.meta.url),
    workerEnvironment: workerEnvironment(env),
    json: outputs.json,
    colour: wantsColour(env, flags.isOn('no-color')),
    ascii: outputs.ascii,
    inline: flags.isOn('inline'),
    isAccessible,
    isReadOnly: flags.isOn('read-only'),
    veil: outputs.veil,
    isUnsafeAllowed: flags.isOn('unsafe-fs'),
    clock: systemClock,
    random: systemRandom,
    disk: nodeDisk,
    wait: systemWait,
    interrupt,
  };
}

/**
 * Ends the process whose output cannot be written; where that is no reader's wish, it is said as long as it can be. A
 * reader that has seen enough (head, less) is none to complain of: the status is then the command's own if it has one by
 * now, as it has done what it was to do, and else that of a broken pipe: what was not done is never told as success. What changes the store by itself goes on to its end.
 */
async function leaveUnheard(error: NodeJS.ErrnoException, isSayable: boolean): Promise<void> {
  if (error.code === 'EIO') process.exit(EXIT.interrupted);
  if (error.code === 'EPIPE') {
    if (isFinishedUnheard) return;
    process.exit(process.exitCode ?? EXIT.unheard);
  }
  if (!isSayable) process.exit(EXIT.unexpected);
  const { message, hint } = UNWRITTEN;
  const unwritten = new HandoverError('unexpected', 'unwritten', `${message} (${error.code ?? error.message}).`, hint);
  process.exit(await printError(unwritten, { ...outputs, json: false }));
}

/** Whoever says so in the environment, and a terminal that cannot move its cursor. */
function wantsAccessible(): boolean {
  const isDumb = env.TERM === 'dumb';
  return isDumb || !['', '0', 'false', 'no'].includes((env.ACCESSIBLE ?? '').toLowerCase());
}

/** The worker lives in another folder: paths are made absolute, URLs of other kinds of stores stay. */
function locate(location: string, cwd: string): string {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(location) ? location : path.resolve(cwd, location);
}

function dataHome(): string {
  return given('XDG_DATA_HOME') ?? path.join(given('HOME') ?? userInfo().homedir, '.local', 'share');
}

/** An account without a name of its own (a container's) goes by the environment, else by its number. */
function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return given('LOGNAME') ?? given('USER') ?? `user-${process.getuid?.() ?? 'unknown'}`;
  }
}

// Node 22 says of its SQLite, which only holds our lock, that it may change; on a drawn screen that would stand for ever.
const { emitWarning } = process;
process.emitWarning = (warning: string | Error, ...rest: never[]) => {
  if (!String(warning).startsWith('SQLite is an experimental')) emitWarning.call(process, warning, ...rest);
};
// A terminal that is gone hears nothing.
stdout.on('error', (error: NodeJS.ErrnoException) => leaveUnheard(error, true));
stderr.on('error', (error: NodeJS.ErrnoException) => leaveUnheard(error, false));
// Whatever is written holds people's data: it is for its owner only.
process.umask(0o077);
// A screen that is drawn is taken down first, by whoever drew it.
process.on('uncaughtException', async (error) => {
  if (process.listenerCount('uncaughtException') === 1) process.exit(await printError(error, outputs));
});
process.exitCode = await main().catch((error: unknown) => printError(error, outputs));
