/** A refusal as AWS words it: code, status and message, whatever the wire format. */

/** Thrown inside the stand-in, and answered to the client. */
export class AwsFailure extends Error {
  override readonly name = 'AwsFailure';
  readonly code: string;
  readonly status: number;

  constructor(status: number, code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.code = code;
  }
}

/** `ValidationError`, as STS and IAM answer a parameter that breaks a constraint. */
export function constraint(value: string, parameter: string, rule: string): AwsFailure {
  return new AwsFailure(
    400,
    'ValidationError',
    `1 validation error detected: Value '${value}' at '${parameter}' failed to satisfy constraint: Member must ${rule}`,
  );
}
