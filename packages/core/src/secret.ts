/** A credential as a type: it prints as `***` wherever it ends up by accident. */

/**
 * Holds a credential so that only {@link Secret.reveal} gives it up.
 *
 * @example
 * const key = new Secret('AKIA…');
 * `${key}`;            // '***'
 * JSON.stringify(key); // '"***"'
 * key.reveal();        // 'AKIA…'
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The credential itself. The only way in, so that every use can be searched for. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }
}

// What `console.log` and `util.inspect` show; a computed member cannot be declared in the class under isolated declarations.
Object.defineProperty(Secret.prototype, Symbol.for('nodejs.util.inspect.custom'), { value: () => '***' });
