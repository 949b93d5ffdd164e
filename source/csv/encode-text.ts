import { TextDecoder } from 'node:util';
import { HandoverError } from '../errors.ts';
import type { Encoding } from './encoding.ts';

/** Letter → byte, for what Windows-1252 has that Latin-1 has elsewhere or not at all. Made when first needed. */
let windowsBytes: ReadonlyMap<string, number> | null = null;

/**
 * `text` in the bytes of `encoding`, without a byte order mark.
 * @throws HandoverError `not-encodable` where the encoding has no such letter
 */
export function encodeText(text: string, encoding: Encoding): Buffer {
  switch (encoding.name) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'windows-1252':
      return encodeWindows(text);
  }
}

function encodeWindows(text: string): Buffer {
  windowsBytes ??= makeWindowsBytes();
  const bytes = Buffer.alloc(text.length);
  let length = 0;
  for (const letter of text) {
    const byte = windowsBytes.get(letter);
    if (byte === undefined) throw notEncodable(letter);
    bytes[length++] = byte;
  }
  return bytes.subarray(0, length);
}

function makeWindowsBytes(): Map<string, number> {
  const decoder = new TextDecoder('windows-1252');
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
}

function notEncodable(letter: string): HandoverError {
  return new HandoverError(
    'problems',
    'not-encodable',
    `The file is in Windows-1252, which has no “${letter}”.`,
    'Save the file as UTF-8 first, then open it again; or write that text otherwise.',
  );
}
