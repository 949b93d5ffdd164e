import { createContext, useContext } from 'react';
import { nameCommands } from '../model/name-commands.ts';

/** The flags that a command needs to mean the store and the operator of this wizard, as they are typed. */
export const AgainContext = createContext('');

/** What completes the commands that a text names, so that they can be typed as they stand. */
export function useNamedCommands(): (text: string) => string {
  const again = useContext(AgainContext);
  return (text) => nameCommands(text, again);
}
