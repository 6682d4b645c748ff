/** One input of an action: a row of `action.yml` and of the reference page. */

/** Name, sentence, default. */
export interface InputDefinition {
  readonly name: string;
  readonly description: string;
  readonly default?: string;
  readonly example?: string;
}
