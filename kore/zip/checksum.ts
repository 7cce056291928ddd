/** The polynomial of CRC-32, its bits from the lowest power on, as every zip has it. */
const POLYNOMIAL = 0xedb88320;

/** The highest bit: the polynomial 1 in this order. */
const ONE = 0x80000000;

/** The product of two polynomials, modulo that of CRC-32. */
function product(a: number, b: number): number {
  let sum = 0;
  for (let bit = ONE, shifted = b; bit !== 0; bit >>>= 1) {
    if ((a & bit) !== 0) sum ^= shifted;
    shifted = (shifted & 1) === 0 ? shifted >>> 1 : (shifted >>> 1) ^ POLYNOMIAL;
  }
  return sum >>> 0;
}

/** The checksum of two stretches of bytes, one behind the other, from those of each: the first one is shifted by the length of the second. */
export function joinedChecksum(first: number, second: number, length: number): number {
  let shift = ONE;
  // x^8, then its square again and again.
  let power = ONE >>> 8;
  for (let left = length; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) shift = product(power, shift);
    power = product(power, power);
  }
  return (product(shift, first) ^ second) >>> 0;
}
