/** A database of the test file's own, made before its first test and dropped after its last. */
export declare function useDatabase(): {
  url(): string;
};
//# sourceMappingURL=use-database.d.ts.map
