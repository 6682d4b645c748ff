/** Operators that assign: any number of `=` and `:`, and one `>`. */

/** Blanks between an operator and its value; further away nothing is meant. */
const BLANKS: usize = 64;
/** Shorter values are none. */
const SHORTEST: usize = 4;

/** Mask of where operators begin among the 64 bytes at `at`. */
export function operatorStarts(at: usize): u64 {
  const all = operators16(at) | (operators16(at + 16) << 16) | (operators16(at + 32) << 32) | (operators16(at + 48) << 48);
  return all & ~((all << 1) | <u64>isOperator(at - 1));
}

/** What is behind the operator at `at`; 0 for `::` and `://`, which assign nothing. */
export function operatorEnd(at: usize): usize {
  let stop = at + 1;
  while (isOperator(stop)) stop++;
  if (load<u8>(at) === 0x3a) {
    if (stop === at + 1 && load<u16>(stop) === 0x2f2f) return 0;
    if (stop === at + 2 && load<u8>(at + 1) === 0x3a) return 0;
  }
  return load<u8>(stop) === 0x3e ? stop + 1 : stop;
}

/** Where the value of an operator may begin that ends at a place. */
export function valueBehind(at: usize, end: usize): usize {
  const until = min(at + BLANKS, end);
  while (at < until && (load<u8>(at) === 0x20 || load<u8>(at) === 0x09)) at++;
  return at;
}

/** Whether something that may be a value stands at a place behind an operator: four bytes on its line, of which the first neither closes nor separates nor opens a block. */
export function assigns(at: usize, end: usize): bool {
  const first = load<u8>(at);
  if (at + SHORTEST > end || first <= 0x20) return false;
  // `,`, `;`, `)`, `<`, `=`, `>`, `]`, `{`, `|`, `}`
  if (first === 0x2c || first === 0x3b || first === 0x29 || (first >= 0x3c && first <= 0x3e) || first === 0x5d) return false;
  if (first >= 0x7b && first <= 0x7d) return false;
  for (let k: usize = 1; k < SHORTEST; k++) if (load<u8>(at + k) < 0x20) return false;
  return true;
}

function operators16(at: usize): u64 {
  const bytes = v128.load(at);
  return <u64>i8x16.bitmask(v128.or(i8x16.eq(bytes, i8x16.splat(0x3d)), i8x16.eq(bytes, i8x16.splat(0x3a))));
}

function isOperator(at: usize): bool {
  return load<u8>(at) === 0x3d || load<u8>(at) === 0x3a;
}
