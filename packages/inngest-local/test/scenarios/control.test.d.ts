export {};
//# sourceMappingURL=control.test.d.ts.map
