import { decodeBody } from './body-charset';
import type { ReceivedMessage } from './exchange';
import { headerValue } from './secret-names';
import { unpackBody } from './unpack-body';

/** The most that is unpacked for reading, in bytes. */
const MAX_UNPACKED_BYTES = 10_000_000;

/** A body as text, with its length in bytes before it was text. */
export interface BodyText {
  readonly text: string;
  readonly bytes: number;
}

const read = new WeakMap<ReceivedMessage, BodyText>();

/** The body of an answer after unpacking. One that cannot be unpacked, or was cut, is shown as nothing. */
export function bodyTextOf(message: ReceivedMessage): BodyText {
  const known = read.get(message);
  if (known !== undefined) return known;
  const unpacked = unpack(message);
  const contentType = headerValue(message.headers, 'content-type');
  const text = { text: decodeBody(unpacked, contentType), bytes: unpacked.length };
  read.set(message, text);
  return text;
}

function unpack({ body, headers }: ReceivedMessage): Buffer {
  try {
    return unpackBody(Buffer.from(body), headerValue(headers, 'content-encoding'), MAX_UNPACKED_BYTES);
  } catch {
    return Buffer.alloc(0); // why it could not be unpacked is the exchange's fault, which is shown
  }
}
