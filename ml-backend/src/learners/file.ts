import { Type } from 'typebox';
import { MOST_CLASSES } from './dataset.ts';
import { badModel, ByteReader, ByteWriter } from './bytes.ts';

/** In the facts of a model: how many classes it tells apart, if any. */
export const Classes = Type.Optional(Type.Integer({ minimum: 2, maximum: MOST_CLASSES }));

/** First bytes of every saved model: "ENCL". */
const MAGIC = 0x4c434e45;
const VERSION = 1;

/**
 * A saved model: magic, version, the learner's name, facts as JSON, its own bytes, and a checksum of all before it.
 * @param facts  plain JSON of finite numbers, which come back exactly
 */
export function writeModel(learner: string, facts: unknown, body: (writer: ByteWriter) => void): Uint8Array {
  const writer = new ByteWriter();
  writer.u32(MAGIC);
  writer.u8(VERSION);
  for (const text of [learner, JSON.stringify(facts)]) {
    const bytes = new TextEncoder().encode(text);
    writer.varint(bytes.length);
    writer.raw(bytes);
  }
  body(writer);
  writer.u32(checksum(writer.finish()));
  return writer.finish();
}

/**
 * Opens what writeModel wrote.
 * @param facts  checks the facts and throws where they are not what they must be
 * @param body   reads the learner's own bytes, all of them
 * @throws EncoreError LEARNER_BAD_MODEL says what is wrong with the bytes
 */
export function readModel<F, B>(
  bytes: Uint8Array,
  learner: string,
  facts: (json: unknown) => F,
  body: (reader: ByteReader, facts: F) => B
): B {
  if (bytes.length < 9) throw badModel('it ends too early');
  const reader = new ByteReader(bytes.subarray(0, -4));
  if (reader.u32() !== MAGIC) throw badModel('it does not begin as one');
  const version = reader.u8();
  if (version !== VERSION) throw badModel(`it has version ${version}, known is ${VERSION}`);
  if (new ByteReader(bytes.subarray(-4)).u32() !== checksum(bytes.subarray(0, -4))) throw badModel('it was altered');
  const text = () => new TextDecoder().decode(reader.raw(reader.varint()));
  const name = text();
  if (name !== learner) throw badModel(`it was saved by "${name}", not by "${learner}"`);
  const read = body(reader, parse(text(), facts));
  if (reader.left > 0) throw badModel(`${reader.left} bytes too many`);
  return read;
}

function parse<F>(text: string, facts: (json: unknown) => F): F {
  try {
    return facts(JSON.parse(text));
  } catch {
    throw badModel('its facts are not what they must be');
  }
}

/** FNV-1a of 32 bits: tells a damaged file, not a forged one. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
