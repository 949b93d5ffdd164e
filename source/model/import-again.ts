/** How rows that an import has left or failed are tried again, within a sentence, and what becomes of the others then. */
export const IMPORT_AGAIN =
  'import the file once more: rows that are done count as unchanged; those that made somebody new (User ID 0) as problems, since they are there already, and nothing comes of them';
