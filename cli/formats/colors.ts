/** Colours where the terminal has them. */
import pc from 'picocolors';

export type Colors = ReturnType<typeof pc.createColors>;

/** @param wanted true or false from the command line; undefined: as the stream and `NO_COLOR`, `FORCE_COLOR` say. */
export function colorsFor(stream: { readonly isTTY?: boolean }, wanted: boolean | undefined): Colors {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const automatic = NO_COLOR ? false : FORCE_COLOR ? FORCE_COLOR !== '0' : stream.isTTY === true && TERM !== 'dumb';
  return pc.createColors(wanted ?? automatic);
}
