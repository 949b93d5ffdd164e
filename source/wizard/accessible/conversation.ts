import { helpOf, isOfRows } from '../screens/help-texts.ts';
import { placeBeneath, type State } from '../state.ts';
import type { Action } from '../task.ts';
import type { Desk } from '../tasks/desk.ts';
import { update } from '../update.ts';
import type { Asked } from './asked.ts';
import type { Bell } from './bell.ts';
import type { LineSource } from './line-source.ts';
import type { PipedRun } from './piped-run.ts';
import { press } from './presses.ts';
import type { Answer, Asking, Doing } from './question.ts';
import { askQuit } from './questions/ask-quit.ts';
import { progressLine } from './questions/ask-run.ts';
import { QUESTIONS } from './questions.ts';
import { sayNotice } from './say-place.ts';
import { ALWAYS_TYPABLE, hasMore, promptOf, sayChanges, sayPart, sayQuestion, sayTypable } from './say-question.ts';
import { SideWork } from './side-work.ts';
import type { Speaker } from './speaker.ts';
import { spokenText } from './spoken-text.ts';
import { takeLine } from './take-line.ts';
import { Telling } from './telling.ts';
import { Waiting } from './waiting.ts';

interface Parts {
  speaker: Speaker;
  source: LineSource;
  bell: Bell;
  piped: PipedRun;
}

/** The wizard as questions and typed answers, on the same reducer and by the same slow work as on screen. */
export class Conversation {
  state: State;
  readonly #parts: Parts;
  readonly #work: SideWork;
  readonly #waiting: Waiting;
  readonly #telling: Telling;
  #asked: Asked | null = null;
  /** Asked over a step, until its way changes; and what was asked there before. */
  #opened: { asking: Asking; trail: State['trail']; beneath: Asked } | null = null;
  #pending: Doing[] = [];
  #shows: ((state: State) => number) | null = null;
  #saidNotice: State['notice'] = null;
  #interrupts = 0;

  constructor(first: State, desk: Desk, parts: Parts) {
    this.state = first;
    this.#parts = parts;
    this.#waiting = new Waiting(desk.context.wait, parts.bell.ring);
    this.#telling = new Telling(desk.context.ascii);
    this.#work = new SideWork(desk, (action) => this.#dispatch(action));
  }

  /** Ctrl+C: asks whether to quit, and ends at the second. */
  readonly interrupt = (): void => {
    this.#interrupts += 1;
    this.#parts.bell.ring();
  };

  /** Talks until the wizard is left, or nobody can type any more. */
  async hold(): Promise<void> {
    const { source, bell, piped } = this.#parts;
    this.#work.follow(this.state);
    while (this.state.exit === null) {
      if (this.#goOn()) continue;
      const isIdle = this.state.task === null || this.state.cover !== null;
      if (source.isOver && isIdle && !piped.isFollowed(this.state)) break;
      await bell.wait();
    }
    this.#waiting.leave();
    this.#work.leave();
  }

  /** Does the next thing that can be done at once; false: there is none. */
  #goOn(): boolean {
    const { speaker, source, piped } = this.#parts;
    const { state } = this;
    if (this.#interrupts > 0) {
      this.#interrupts -= 1;
      source.forget();
      this.#dispatch(press('ctrl-c'));
      return true;
    }
    const isAtWork = state.cover === null && state.task !== null;
    const doing = state.cover === null && !isAtWork ? this.#pending.shift() : undefined;
    if (doing !== undefined) {
      for (const action of doing(state)) this.#dispatch(action);
      return true;
    }
    if (!isAtWork && this.#isStale()) {
      this.#askHere();
      return true;
    }
    const isHeld = !isAtWork && piped.holds(this.#asked, state);
    const line = isAtWork || isHeld ? undefined : source.take();
    if (line !== undefined) {
      speaker.hear();
      this.#take(line);
      return true;
    }
    const news = (isHeld ? piped.waitingText() : null) ?? this.#waiting.lineNow(state);
    if (news !== null) {
      speaker.say([news]);
      if (!isAtWork) this.#prompt();
    }
    return news !== null;
  }

  #dispatch(action: Action): void {
    const before = this.state.run;
    this.state = update(this.state, action);
    this.#work.follow(this.state);
    const { run } = this.state;
    const hasEnded = before?.state === 'running' && before.id === run?.id && run.state !== 'running';
    this.#parts.piped.note(action, hasEnded ? run : null);
    if (hasEnded) this.#parts.speaker.say([progressLine(run)]);
    this.#parts.bell.ring();
  }

  /** The question of where the operator is. */
  #asking(): Asking {
    const { cover, overlay, trail } = this.state;
    if (cover !== null) return askQuit;
    if (this.#opened?.trail !== trail) this.#opened = null;
    if (overlay === null && this.#opened !== null) return this.#opened.asking;
    return QUESTIONS[placeBeneath(this.state)];
  }

  #place(): unknown[] {
    const { cover, overlay, trail } = this.state;
    return [cover, overlay, trail, this.#asking()];
  }

  #isAt({ at }: Asked): boolean {
    return this.#place().every((part, index) => part === at[index]);
  }

  /** Whether what was asked last is no more what is to be asked: another place, or something new to say. */
  #isStale(): boolean {
    const { notice } = this.state;
    if (this.#asked === null || !this.#isAt(this.#asked)) return true;
    return notice !== this.#saidNotice && notice !== null;
  }

  #askHere(): void {
    const before = this.#asked;
    const asking = this.#asking();
    const hasArrived = !before?.at.includes(this.state.trail);
    if (hasArrived) for (const action of asking(this.state).first?.(this.state) ?? []) this.#dispatch(action);
    this.#ask(asking, before !== null && this.#isAt(before) ? before : null);
  }

  /** Asks; of a question that was asked here just before, only what is new. */
  #ask(asking: Asking, before: Asked | null): void {
    const { speaker } = this.#parts;
    const { state } = this;
    const { notice } = state;
    const question = asking(state);
    const start = this.#shows?.(state);
    this.#shows = null;
    const news = notice !== null && notice !== this.#saidNotice ? [sayNotice(notice)] : [];
    this.#saidNotice = notice;
    const changes = before === null || start !== undefined ? null : sayChanges(before.question, question, before.read);
    const said =
      before === null || changes === null ? sayQuestion(question, start) : { lines: changes, read: before.read };
    const always = this.#asked === null ? [ALWAYS_TYPABLE] : [];
    speaker.say([...this.#telling.news(state, question.facts ?? []), ...news, ...said.lines, ...always]);
    this.#asked = { question, at: this.#place(), read: said.read };
    this.#prompt();
  }

  #prompt(): void {
    if (this.#asked !== null) this.#parts.speaker.ask(promptOf(this.#asked.question));
  }

  #say(lines: readonly string[]): void {
    this.#parts.speaker.say(lines);
    this.#prompt();
  }

  #take(line: string): void {
    const asked = this.#asked;
    if (asked === null) return;
    const taken = takeLine(asked.question, line, asked.read);
    switch (taken.kind) {
      case 'answer':
        this.#answer(taken.answer, asked);
        break;
      case 'repeat':
        this.#telling.forget(this.state);
        this.#ask(this.#asking(), null);
        break;
      case 'more':
        this.#more(asked);
        break;
      case 'help':
        this.#say([
          asked.question.help ?? spokenText(helpOf(placeBeneath(this.state), isOfRows(this.state))),
          ...sayTypable(asked.question, asked.read),
        ]);
        break;
      case 'back':
        this.#back(asked);
        break;
      case 'quit':
        this.#dispatch(press(this.state.cover === null ? 'ctrl-c' : 'q'));
        break;
      case 'refused':
        this.#say([taken.says]);
    }
  }

  #answer({ does = [], opens, shows, says }: Answer, asked: Asked): void {
    const beneath = opens === null ? (this.#opened?.beneath ?? asked) : asked;
    if (opens === null) this.#opened = null;
    else if (opens !== undefined) this.#opened = { asking: opens, trail: this.state.trail, beneath: asked };
    if (says !== undefined) this.#parts.speaker.say([spokenText(says)]);
    if (this.state.cover !== null) {
      // What was being done when Ctrl+C came is still to be done, should the operator stay.
      for (const action of does.flatMap((doing) => doing(this.state))) this.#dispatch(action);
      return;
    }
    this.#shows = shows ?? null;
    this.#pending = [...does, () => this.#again(beneath)];
  }

  /** Once all is done: where the operator has stayed, what has changed is said. */
  #again(asked: Asked): [] {
    if (this.#isAt(asked)) this.#ask(this.#asking(), asked);
    return [];
  }

  #more(asked: Asked): void {
    const { question, read } = asked;
    const said = hasMore(question, read) ? sayPart(question, read.end) : null;
    if (said !== null) this.#asked = { ...asked, read: { start: read.start, end: said.read.end } };
    this.#say(said?.lines ?? ['That is all.']);
  }

  #back(asked: Asked): void {
    const { overlay, cover } = this.state;
    if (this.#opened !== null && overlay === null && cover === null) this.#opened = null;
    else if (asked.question.back === null) this.#say(['This is the first screen. q quits.']);
    else {
      this.#dispatch(press('escape'));
      if (cover === null) this.#pending = [() => this.#again(asked)];
    }
  }
}
