export {};
//# sourceMappingURL=invoking.test.d.ts.map
