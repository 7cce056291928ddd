import type { Component } from '../../kore/format';
import { isRecord } from '../../kore/record';
import type { TableRequest } from '../data-tables';
import { fillTemplates } from '../expression';
import { asText } from '../inferred';
import { FOLLOW } from '../play';
import type { Frame, Play, PlayResult } from '../play';
import { setContext } from '../scripting';

/** A service node that works on a data table of the account; here on one in memory. */
export const isDataTable = (component: Component): boolean => tablePayload(component)['resource'] === 'dataTable';

/** Asks the table; the answer stands where a service's does. */
export async function askTable(play: Play, frame: Frame, nodeId: string, component: Component): Promise<PlayResult> {
  const request = await requestOf(play, frame, nodeId, component);
  const { statusCode, body } = play.tables.run(request, play.clock());
  setContext(frame, component.name, { response: { statusCode, body, headers: {} } });
  return FOLLOW;
}

/** The payload of these nodes is an object, and nothing in it is encoded (observed). */
const tablePayload = (component: Component): Readonly<Record<string, unknown>> => {
  const payload: unknown = component.payload;
  return isRecord(payload) ? payload : {};
};

async function requestOf(play: Play, frame: Frame, nodeId: string, component: Component): Promise<TableRequest> {
  const { name, method, query, data, skip, limit } = tablePayload(component);
  const written = isRecord(query) && Array.isArray(query['expressions']) ? query['expressions'].filter(isRecord) : [];
  const columns = isRecord(data) ? Object.entries(data) : [];
  const texts = [
    ...written.map((one) => asText(one['value'])),
    ...columns.map(([, value]) => asText(value)),
    asText(skip),
    asText(limit),
  ];
  const filled = await fillTemplates(play, frame, nodeId, component.name, texts);
  const after = written.length + columns.length;
  return {
    table: asText(name),
    method: asText(method),
    operator: isRecord(query) && query['operator'] === 'or' ? 'or' : 'and',
    expressions: written.map((one, i) => ({
      field: asText(one['field']),
      operand: asText(one['operand']),
      type: asText(one['type']),
      value: filled[i] ?? '',
    })),
    data: Object.fromEntries(columns.map(([column], i) => [column, filled[written.length + i] ?? ''])),
    skip: Number(filled[after]) || 0,
    limit: Number(filled[after + 1]) || 100,
  };
}
