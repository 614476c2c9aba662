export declare function givenDatabase(): Promise<{
  url: string;
  [Symbol.asyncDispose](): Promise<void>;
}>;
//# sourceMappingURL=database.d.ts.map
