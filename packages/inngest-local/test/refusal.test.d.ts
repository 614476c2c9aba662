export {};
//# sourceMappingURL=refusal.test.d.ts.map
