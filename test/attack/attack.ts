/** One thing that somebody tries. `play` rejects when it gets through. */
export interface Attack {
  readonly what: string;
  readonly play: () => Promise<void>;
}

/** Attacks on one surface. `open` makes ready what they share; `close` takes it away. */
export interface Surface {
  readonly name: string;
  readonly open: () => Promise<{ readonly attacks: readonly Attack[]; readonly close: () => Promise<void> }>;
}

/** How one surface stood. */
export interface Standing {
  readonly name: string;
  readonly tried: number;
  /** What got through, and why it is said to have. */
  readonly through: readonly string[];
  readonly seconds: number;
}

/** Plays the attacks on a surface, or as many of them, spread over all. */
export async function stand({ name, open }: Surface, most = Infinity): Promise<Standing> {
  const started = performance.now();
  const { attacks: all, close } = await open();
  const step = Math.max(1, all.length / most);
  const attacks = all.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
  const through: string[] = [];
  try {
    for (const { what, play } of attacks) {
      try {
        await play();
      } catch (error) {
        through.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    await close();
  }
  return { name, tried: attacks.length, through, seconds: (performance.now() - started) / 1000 };
}

/** Throws with a reason when something does not hold. */
export function held(holds: boolean, otherwise: () => string): void {
  if (!holds) throw new Error(otherwise());
}
