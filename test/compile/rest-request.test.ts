import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { botOf, built, specsOf } from '../build/specs';
import { anyInput } from '../filters/hostile';

const { definition } = built(botOf(specsOf('parcels')), 'xo10');
const component = (name: string) => {
  const found = definition.dialogComponents.find((c) => c.name === name);
  if (!found) throw new Error(`no component ${name}`);
  return found;
};

interface State {
  readonly outcome: string;
  readonly url: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Runs an action's prepare script as the platform would, after these answers. */
function prepared(action: string, entities: Readonly<Record<string, unknown>>): State {
  const context: Record<string, unknown> = { entities: { ...entities }, session: {} };
  const env = { PARCELS_HOST: 'api.parcels.example' };
  const nothing = { get: () => undefined, put: () => undefined, delete: () => undefined };
  const koreDebugger = { log: () => undefined };
  const script = decodeURIComponent(component(`${action}Prepare`).script ?? '');
  runInNewContext(`(function () {\n${script}\n})()`, { context, env, koreDebugger, BotUserSession: nothing });
  return context[action] as State;
}

/** The address that the platform requests: the exported path with the script's values in its placeholders. */
function address(state: State): URL {
  const path = decodeURI(component('findPointsService').endPoint?.path ?? '');
  const filled = path.replace(/\{\{context\.findPoints\.url\.(\w+)\}\}/g, (_, name: string) => state.url[name] ?? '');
  return new URL(`https://api.parcels.example${filled}`);
}

const answers = (town: unknown) => ({ findPointsTown: town, findPointsSize: 'L', findPointsDistance: 5 });

describe('a GET request', () => {
  test('carries its values in path and query', () => {
    const url = address(prepared('findPoints', answers('Bath')));
    expect(url.href).toBe('https://api.parcels.example/v2/towns/Bath/points?size=L&within=5&format=json');
  });

  test.each(['../../admin', 'a/b', 'a?size=all', 'a&b#c', '%2e%2e%2f', 'x\ud800y', '{{env.PARCELS_TOKEN}}', 'a b\n'])(
    'keeps %j inside its one part of the path',
    (town) => {
      const url = address(prepared('findPoints', answers(town)));
      const parts = url.pathname.split('/');
      expect(parts).toHaveLength(5);
      expect(decodeURIComponent(parts[3] ?? '')).toBe(town.trim().replace('\ud800', ''));
      expect([...url.searchParams.keys()]).toEqual(['size', 'within', 'format']);
      expect(url.hash).toBe('');
    },
  );

  test.each(['', '   ', '.', '..'])('asks again for the town %j', (town) => {
    expect(prepared('findPoints', answers(town)).outcome).toBe('needs-input');
  });

  test('has one shape whatever a person says', () => {
    fc.assert(
      fc.property(anyInput, (town) => {
        const state = prepared('findPoints', answers(town));
        if (state.outcome !== 'ready') return;
        const url = address(state);
        expect(url.host).toBe('api.parcels.example');
        expect(url.pathname).toMatch(/^\/v2\/towns\/[^/]+\/points$/);
        expect([...url.searchParams.keys()]).toEqual(['size', 'within', 'format']);
      }),
      { numRuns: 150 },
    );
  });
});

test('a POST request carries a JSON body in which text stays text', () => {
  const phone = '","insured":false,"x":"{{env.PARCELS_TOKEN}}\\';
  const { outcome, body = '' } = prepared('bookPickup', {
    bookPickupDay: '2026-11-03',
    bookPickupPieces: '2',
    bookPickupPhone: phone,
  });
  expect(outcome).toBe('ready');
  expect(body).not.toContain('{{');
  expect(JSON.parse(body)).toEqual({
    day: '2026-11-03',
    pieces: 2,
    phone,
    source: 'chat',
    insured: true,
    priority: 1,
  });
});
