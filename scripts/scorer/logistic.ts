/** Logistic regression with an L2 penalty, by Newton's method: the same input gives the same weights. */

/** One observation: indices and amounts of its features, and what it is. */
export interface Observation {
  readonly indices: readonly number[];
  readonly amounts: readonly number[];
  readonly outcome: 0 | 1;
  readonly weight: number;
}

const ROUNDS = 12;

/**
 * Fits one weight a feature.
 *
 * @param penalty - of the squared weights; the feature with index 0 is the constant, and goes free
 */
export function fitLogistic(observations: readonly Observation[], size: number, penalty: number): Float64Array {
  const weights = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(size);
    const hessian = new Float64Array(size * size);
    for (const { indices, amounts, outcome, weight } of observations) {
      const chance = 1 / (1 + Math.exp(-dot(weights, indices, amounts)));
      const error = weight * (outcome - chance);
      const curve = weight * Math.max(chance * (1 - chance), 1e-6);
      for (let one = 0; one < indices.length; one++) {
        const index = indices[one] as number;
        const amount = amounts[one] as number;
        gradient[index] = (gradient[index] as number) + error * amount;
        for (let two = 0; two < indices.length; two++) {
          const cell = index * size + (indices[two] as number);
          hessian[cell] = (hessian[cell] as number) + curve * amount * (amounts[two] as number);
        }
      }
    }
    for (let index = 0; index < size; index++) {
      const own = index === 0 ? 1e-6 : penalty;
      gradient[index] = (gradient[index] as number) - own * (weights[index] as number);
      hessian[index * size + index] = (hessian[index * size + index] as number) + own;
    }
    const step = solve(hessian, gradient, size);
    for (let index = 0; index < size; index++) weights[index] = (weights[index] as number) + (step[index] as number);
  }
  return weights;
}

/** The sum of the weighted amounts. */
export function dot(weights: Float64Array, indices: readonly number[], amounts: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < indices.length; at++) sum += (weights[indices[at] as number] as number) * (amounts[at] as number);
  return sum;
}

/** Solves a symmetric positive system by Cholesky's method; overwrites the matrix. */
function solve(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] as number;
      for (let k = 0; k < column; k++) sum -= (matrix[row * size + k] as number) * (matrix[column * size + k] as number);
      matrix[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-9)) : sum / (matrix[column * size + column] as number);
    }
  }
  const answer = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    let sum = answer[row] as number;
    for (let k = 0; k < row; k++) sum -= (matrix[row * size + k] as number) * (answer[k] as number);
    answer[row] = sum / (matrix[row * size + row] as number);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = answer[row] as number;
    for (let k = row + 1; k < size; k++) sum -= (matrix[k * size + row] as number) * (answer[k] as number);
    answer[row] = sum / (matrix[row * size + row] as number);
  }
  return answer;
}
