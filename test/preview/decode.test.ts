import { describe, expect, it } from 'vitest';
import { decodePlaceholders, decodeText } from '../../preview/decode';

describe('decoding text of an export', () => {
  it('undoes percent-encoding', () =>
    expect(decodeText(encodeURIComponent('Grüße, 100% {{x}}\n'))).toBe('Grüße, 100% {{x}}\n'));
  it('leaves plain text alone', () => expect(decodeText('Order {{context.x}}')).toBe('Order {{context.x}}'));
  it('keeps a lone per cent sign', () => expect(decodeText('100% off, 20%20more')).toBe('100% off, 20 more'));
  it('keeps a sequence that is no UTF-8', () => expect(decodeText('%ff%20%')).toBe('%ff%20%'));
  it('decodes only placeholders in a path', () => {
    expect(decodePlaceholders('/a%2Fb/%7B%7Benv.X%7D%7D?q={{context.y}}%20z')).toBe(
      '/a%2Fb/{{env.X}}?q={{context.y}}%20z',
    );
  });
});
