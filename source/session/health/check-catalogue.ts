import { HandoverError } from '../../errors.ts';
import { parseCatalogue } from '../../model/parse-catalogue.ts';
import { readText } from '../read-text.ts';
import type { Look } from './health-check.ts';

/** Whether the catalogue can be read and is right. */
export const checkCatalogue: Look = async ({ context: { catalogueFile } }) => {
  try {
    const { types } = parseCatalogue(await readText(catalogueFile, 'catalogue'), catalogueFile);
    return { name: 'catalogue', ok: true, message: `${types.length} data types.` };
  } catch (error) {
    if (!(error instanceof HandoverError)) throw error;
    return { name: 'catalogue', ok: false, message: error.message, cure: error.hint };
  }
};
