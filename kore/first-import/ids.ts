import { v5 as uuid } from 'uuid';

/** Not a secret: makes ids of trials differ from those of the bot that they are made from. */
const SPACE = 'c7d6f6a0-4c3b-5e0e-9a55-52a1e4f6c0de';

/** Another UUID, always the same one for the same text. */
export const otherId = (of: string): string => uuid(of, SPACE);
