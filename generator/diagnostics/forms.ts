/** What a text or a name must look like, by the pattern that the schemas check it with. */
export const forms: Readonly<Record<string, string>> = {
  '^no$': 'is either no, or a block with the question: ask, and perhaps yes, no and change',
  '^/': 'must begin with a slash',
  '^[^<>{}]*$': 'cannot hold < > { or }',
  '^[A-Za-z0-9._-]+\\.png$': 'must be the name of a PNG file in this folder, such as icon.png',
  '^[A-Z][A-Z0-9_]*$': 'must be the name of a variable, such as SHOP_TOKEN: capitals, digits and _',
  '^[a-z]{2}(_[a-z]{2})?$': 'must be the code of a language, such as en or pt_br',
  '^[a-z][a-z0-9]*(-[a-z0-9]+)*$': 'must be an id, such as get-order: small letters and digits, joined by hyphens',
  '^[a-z][A-Za-z0-9]*$': 'must be a name, such as orderNumber: letters and digits, beginning with a small letter',
};

/** The name that fits a pattern and is nearest to what was written, or undefined. */
export function nameFor(written: string, pattern: string): string | undefined {
  const words = written
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  const camel = words.map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  return [camel, words.join('_').toUpperCase()].find((name) => name !== '' && new RegExp(pattern).test(name));
}
