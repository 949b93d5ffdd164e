import { fileURLToPath } from 'node:url';

/** The folder with what ships. */
export const DATA_FOLDER = fileURLToPath(new URL('../../../data/', import.meta.url));
