/** A camelCase name of ours as callers of this door see it. What does not begin in lower case is somebody else's name and stays. */
export function snakeCase(name: string): string {
  return /^[a-z]/.test(name) ? name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : name;
}
