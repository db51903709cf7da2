/**
 * Puts an SQL text together once for each of its shapes. A prepared statement is found by its text; to put that together
 * anew takes longer than many a statement.
 * @param build makes the text of a shape
 */
export function sqlTexts<Shape extends readonly boolean[]>(
  build: (...shape: Shape) => string,
): (...shape: Shape) => string {
  const known: (string | undefined)[] = [];
  return (...shape) => {
    const index = shape.reduce((sum, is) => 2 * sum + Number(is), 0);
    return (known[index] ??= build(...shape));
  };
}
