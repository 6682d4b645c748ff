/** How an ARN is shown to people who may not see the account number. */

/**
 * Leaves the account number out of an ARN where that was asked for.
 *
 * @example shownArn('arn:aws:iam::111122223333:role/deploy', true) // 'arn:aws:iam::***:role/deploy'
 */
export function shownArn(arn: string, masked: boolean | undefined): string {
  return masked ? arn.replaceAll(/(?<=:)\d{12}(?=:)/g, '***') : arn;
}
