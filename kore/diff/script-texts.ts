/** A script taken apart: two scripts of the same `code` differ in their texts only. */
export interface ScriptTexts {
  /** All that is no text, without the white space that lays it out. */
  readonly code: string;
  /** In the order of the script; what a text takes from the answer reads `${name}`. */
  readonly texts: readonly string[];
}

const STRING = String.raw`(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')`;
const TEMPLATE = String.raw`\x60(?:[^\x60\\]|\\[\s\S])*(?:\x60|$)`;
const PATTERN = String.raw`\/(?<=[(,=:[!&|?{};]\s{0,9}\/)(?:[^\/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.){0,200}\]){1,500}\/`;

/** Quotes in comments and regular expressions begin no string, so these are passed over whole. */
const TOKEN = new RegExp(
  String.raw`(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<template>${TEMPLATE})|${PATTERN}|(?<text>${STRING})|(?<space>\s+)`,
  'g',
);

/** What a template string takes from somewhere: a value, or an expression. */
const TAKEN = /\$\{(?:\w+\.)?([^}]*)\}/g;

/** Where a bare word is a text: titles, labels and headings. */
const SAYS = /(?:\b(?:title|text)["']?:|\b(?:print|row|cell|button|link|offer|say)\(|columns:\[\[|\],\[)$/;

/** Longer scripts stay whole: no message is written like that. */
const LONGEST = 100_000;

/**
 * Takes a message script apart. Its texts are template strings on one line, and strings that say something; keys and other
 * bare words belong to the code.
 */
export function scriptTexts(script: string): ScriptTexts {
  if (script.length > LONGEST) return { code: script, texts: [] };
  const texts: string[] = [];
  let code = '';
  let from = 0;
  for (const { 0: token, index, groups = {} } of script.matchAll(TOKEN)) {
    code += script.slice(from, index);
    from = index + token.length;
    const text = textOf(token, groups, code.slice(-20));
    if (text !== undefined) texts.push(text);
    code += text !== undefined ? '""' : groups['space'] !== undefined ? '' : token;
    if (groups['comment'] !== undefined) code += '\n';
  }
  return { code: code + script.slice(from), texts };
}

function textOf(token: string, groups: Readonly<Record<string, string>>, before: string): string | undefined {
  if (groups['template'] !== undefined) {
    const inside = token.slice(1, -1);
    const says = /\p{L}/u.test(inside.replace(TAKEN, '')) && !inside.includes('\n');
    return says ? inside.replace(TAKEN, '${$1}').replace(/\\(.)/gs, '$1') : undefined;
  }
  if (groups['text'] === undefined) return undefined;
  const text = unquoted(token);
  const bare = /^[\w-]*$/.test(text) && !SAYS.test(before);
  return bare || !/\p{L}/u.test(text) ? undefined : text;
}

function unquoted(literal: string): string {
  const inside = literal.slice(1, -1);
  try {
    const json = literal.startsWith('"') ? inside : inside.replace(/\\'/g, "'").replace(/(?<!\\)"/g, '\\"');
    return JSON.parse(`"${json}"`) as string;
  } catch {
    return inside;
  }
}
