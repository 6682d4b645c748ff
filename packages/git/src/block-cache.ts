/** Pieces of files that were read lately, so that many small reads near each other are one. */

/** Bytes of a piece. */
export const BLOCK: number = 8 << 10;

/** Pieces that are kept, of all files together: 16 MiB. */
const MOST = 2048;

/** Answers with a piece of a file, by the file's number and that of the piece in it. */
export type BlockCache = (file: number, block: number, load: () => Buffer) => Buffer;

/** Makes a cache that forgets what was read longest ago. */
export function newBlockCache(): BlockCache {
  const blocks = new Map<number, Buffer>();
  return (file, block, load) => {
    const key = file * 2 ** 32 + block;
    const known = blocks.get(key);
    if (known !== undefined) return known;
    const loaded = load();
    blocks.set(key, loaded);
    if (blocks.size > MOST) blocks.delete(blocks.keys().next().value as number);
    return loaded;
  };
}
