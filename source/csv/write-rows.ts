import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { type CreateOptions, createFile } from './create-file.ts';

const BATCH_CHARACTERS = 65_536;

/**
 * Writes rows as CSV (commas, CRLF, quotes where needed, UTF-8), the heading being the first row, and tells how many
 * rows that were. Cells are written as they stand: guard formulas first.
 * @throws HandoverError as `createFile`
 */
export async function writeRows(
  path: string,
  rows: Iterable<readonly string[]>,
  options: CreateOptions & { bom?: boolean | undefined },
): Promise<number> {
  const stringifier = stringify({ bom: options.bom === true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
  let written = 0;
  function* counted(): Generator<readonly string[]> {
    for (const row of rows) {
      written += 1;
      yield row;
    }
  }
  return createFile(path, options, async (write) => {
    await pipeline(counted(), stringifier, async (texts: AsyncIterable<unknown>) => {
      let batch = '';
      for await (const text of texts) {
        batch += String(text);
        if (batch.length < BATCH_CHARACTERS) continue;
        await write(batch);
        batch = '';
      }
      await write(batch);
    });
    return written;
  });
}
