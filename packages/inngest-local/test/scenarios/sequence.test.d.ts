export {};
//# sourceMappingURL=sequence.test.d.ts.map
