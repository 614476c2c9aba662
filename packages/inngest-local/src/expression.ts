/** The events an expression may speak of: `event` triggered the run, `async` arrived later. */
export interface Scope {
  readonly event: unknown;
  readonly async?: unknown;
}

/** A parsed expression. A path that leads nowhere is null. */
export type Expression = (scope: Scope) => unknown;

const tokenPattern =
  /\s*(?:(==|!=|<=|>=|&&|\|\||[<>!().[\]])|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(-?\d+(?:\.\d+)?)|([A-Za-z_]\w*))/y;
const literals: Record<string, unknown> = { true: true, false: false, null: null };

interface Token {
  readonly kind: "symbol" | "string" | "number" | "word" | "end";
  readonly text: string;
}

/**
 * Parse the part of CEL that Longhand's kind of function needs: `== != < <= > >= && || !`, literals, parentheses and paths below `event` and `async`.
 *
 * @throws {Error} naming the place where the text leaves that part.
 */
export function parseExpression(text: string): Expression {
  const tokens = tokenise(text);
  let at = 0;

  const peek = (): Token => tokens[at] ?? { kind: "end", text: "the end" };
  const take = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const takeSymbol = (...symbols: string[]): string | undefined => {
    const token = peek();
    if (token.kind !== "symbol" || !symbols.includes(token.text)) return undefined;
    at += 1;
    return token.text;
  };
  const refuse = (token: Token): never => {
    throw new Error(`expression ${JSON.stringify(text)} is not supported at ${JSON.stringify(token.text)}`);
  };

  function either(): Expression {
    let left = both();
    while (takeSymbol("||")) {
      const [first, second] = [left, both()];
      left = (scope) => first(scope) === true || second(scope) === true;
    }
    return left;
  }

  function both(): Expression {
    let left = comparison();
    while (takeSymbol("&&")) {
      const [first, second] = [left, comparison()];
      left = (scope) => first(scope) === true && second(scope) === true;
    }
    return left;
  }

  function comparison(): Expression {
    const left = unary();
    const symbol = takeSymbol("==", "!=", "<=", ">=", "<", ">");
    if (symbol === undefined) return left;
    const right = unary();
    return (scope) => compare(symbol, left(scope), right(scope));
  }

  function unary(): Expression {
    if (takeSymbol("!")) {
      const operand = unary();
      return (scope) => operand(scope) !== true;
    }
    if (takeSymbol("(")) {
      const inner = either();
      if (!takeSymbol(")")) refuse(peek());
      return inner;
    }
    return value();
  }

  function value(): Expression {
    const token = take();
    if (token.kind === "string") return constant(unquote(token.text));
    if (token.kind === "number") return constant(Number(token.text));
    if (token.kind !== "word") return refuse(token);
    if (token.text in literals) return constant(literals[token.text]);
    if (token.text !== "event" && token.text !== "async") return refuse(token);
    return path(token.text);
  }

  function path(root: "event" | "async"): Expression {
    const keys: string[] = [];
    for (let symbol = takeSymbol(".", "["); symbol !== undefined; symbol = takeSymbol(".", "[")) {
      const token = take();
      if (symbol === ".") keys.push(token.kind === "word" ? token.text : refuse(token));
      else {
        keys.push(token.kind === "string" ? unquote(token.text) : token.kind === "number" ? token.text : refuse(token));
        if (!takeSymbol("]")) refuse(peek());
      }
    }
    return (scope) => keys.reduce<unknown>(member, scope[root]) ?? null;
  }

  const parsed = either();
  if (peek().kind !== "end") refuse(peek());
  return parsed;
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (text.slice(tokenPattern.lastIndex).trim() !== "") {
    const from = tokenPattern.lastIndex;
    const match = tokenPattern.exec(text);
    if (match === null)
      throw new Error(
        `expression ${JSON.stringify(text)} is not supported at ${JSON.stringify(text.slice(from).trim())}`,
      );
    const [, symbol, string, number, word] = match;
    if (symbol !== undefined) tokens.push({ kind: "symbol", text: symbol });
    else if (string !== undefined) tokens.push({ kind: "string", text: string });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (word !== undefined) tokens.push({ kind: "word", text: word });
  }
  return tokens;
}

function unquote(text: string): string {
  const escapes: Record<string, string> = { n: "\n", t: "\t", r: "\r" };
  return text.slice(1, -1).replaceAll(/\\(.)/gs, (_, character: string) => escapes[character] ?? character);
}

function constant(value: unknown): Expression {
  return () => value;
}

function member(parent: unknown, key: string): unknown {
  if (typeof parent !== "object" || parent === null || !Object.hasOwn(parent, key)) return null;
  return Reflect.get(parent, key);
}

function compare(symbol: string, left: unknown, right: unknown): boolean {
  if (symbol === "==") return left === right;
  if (symbol === "!=") return left !== right;
  const comparable =
    (typeof left === "number" && typeof right === "number") || (typeof left === "string" && typeof right === "string");
  if (!comparable) return false;
  if (symbol === "<") return left < right;
  if (symbol === "<=") return left <= right;
  if (symbol === ">") return left > right;
  return left >= right;
}
