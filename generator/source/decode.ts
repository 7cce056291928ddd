/** A text, and what is wrong with the bytes that it was written in: the place is where the first wrong byte stands. */
export interface Decoded {
  readonly text: string;
  readonly wrong?: { readonly encoding: 'UTF-16' | 'unknown'; readonly at: number };
}

/** Reads UTF-8 strictly; a byte order mark is dropped, Windows line ends are kept (YAML reads them). */
export function decodeUtf8(bytes: Buffer): Decoded {
  const wide = isUtf16(bytes);
  if (wide !== undefined) return { text: wide, wrong: { encoding: 'UTF-16', at: 0 } };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    // One character for each byte, so that places are right.
    const at = firstWrong(bytes);
    return { text: bytes.toString('latin1'), wrong: { encoding: 'unknown', at } };
  }
}

/** The text of bytes that are UTF-16: by their mark, or because every second one of the first is nothing. */
function isUtf16(bytes: Buffer): string | undefined {
  const begin = bytes.subarray(0, 4).toString('hex');
  const whole = bytes.subarray(0, bytes.length & ~1);
  if (/^fffe|^(?!00)..00(?!00)..00$/.test(begin)) return unmarked(whole);
  return /^feff|^00(?!00)..00(?!00)..$/.test(begin) ? unmarked(Buffer.from(whole).swap16()) : undefined;
}

const unmarked = (bytes: Buffer) => bytes.toString('utf16le').replace(/^\uFEFF/, '');

/** Where the first byte stands that is no UTF-8. */
function firstWrong(bytes: Buffer): number {
  let at = 0;
  for (const line of lines(bytes)) {
    const start = at;
    at += line.length;
    if (Buffer.from(line.toString('utf8'), 'utf8').equals(line)) continue;
    // Each byte that is none becomes one mark, and everything before it comes out as it went in.
    const before = line.toString('utf8').split('\uFFFD', 1)[0] ?? '';
    return start + Buffer.byteLength(before, 'utf8');
  }
  return 0;
}

function* lines(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end + 1;
    yield bytes.subarray(from, to);
    from = to;
  }
}
