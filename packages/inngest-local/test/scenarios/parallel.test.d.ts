export {};
//# sourceMappingURL=parallel.test.d.ts.map
